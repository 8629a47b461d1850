package dev.makegood.cli.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.cli.ShopFixture;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentsCommandsTest {

    private final ShopFixture shop = new ShopFixture();

    @Test
    void payments_of_all_customers_are_listed_newest_first() {
        var paid = shop.sellPack();
        shop.fixture.clock.advance(Duration.ofMinutes(1));
        var open = shop.openPayment().id();

        var all = shop.run("payments", "list", "--json").json().path("payments");
        assertThat(all).hasSize(2);
        assertThat(all.at("/0/paymentId").asString()).isEqualTo(open.toString());
        assertThat(shop.run("payments", "list").out()).contains("app/ada", "199.00 EUR",
                "succeeded", "100 credits and 10 on top (starter)");
        assertThat(ids("--status", "succeeded")).containsExactly(paid.toString());
        assertThat(ids("--status", "pending,failed")).containsExactly(open.toString());
        assertThat(ids("--gateway", "stripe")).isEmpty();
        assertThat(ids("--gateway", "fake", "--limit", "1")).containsExactly(open.toString());
        assertThat(ids("--after", open.toString())).containsExactly(paid.toString());
        assertThat(shop.run("payments", "list", "--status", "paid").exit()).isEqualTo(2);
        assertThat(shop.run("payments", "list", "--after", shop.fixture.samples.id().toString())
                .exit()).isEqualTo(3);
    }

    @Test
    void what_became_of_a_payment_is_shown_and_explained() {
        var payment = shop.sellPack();
        var unused = refund(payment, "--amount", "50");

        var shown = shop.run("payments", "show", payment.toString());
        var json = shop.run("payments", "show", payment.toString(), "--json").json();
        var explained = shop.run("explain", payment.toString());

        assertThat(shown.out()).contains("succeeded", "100 credits and 10 on top (starter)",
                "50.00 EUR succeeded", "refunded         50.00 EUR", "paid             199.00 EUR",
                "100 granted", "26 clawed back", "payment.refunded");
        assertThat(json.at("/refunded/value").asString()).isEqualTo("50.00");
        assertThat(json.path("refunds")).hasSize(1);
        assertThat(json.path("transactions")).hasSize(4);
        assertThat(json.path("events")).isNotEmpty();
        assertThat(explained.out()).contains("of app/ada at fake is succeeded",
                "Its price: 199.00 EUR for 100 credits", "What fake says: 199.00 EUR paid by card",
                "100 × 50.00 ÷ 199.00 EUR, rounded up: 26",
                "10 × 50.00 ÷ 199.00 EUR, rounded up: 3", "a payment has its effect once");
        assertThat(shop.run("payments", "show", shop.fixture.samples.id().toString()).exit())
                .isEqualTo(3);
    }

    @Test
    void a_payment_without_a_notice_says_when_its_gateway_is_polled() {
        var open = shop.openPayment();

        assertThat(shop.run("explain", open.id().toString()).out()).contains(
                "it can be paid, as cs_", "the gateway is polled at");
        assertThat(shop.run("explain", open.id().toString(), "--json").json().path("tasks"))
                .hasSize(1);
    }

    @Test
    void a_transfer_of_a_purchase_names_its_payment() {
        var payment = shop.sellPack();
        var unused = refund(payment);
        var lines = shop.run("payments", "show", payment.toString(), "--json")
                .json()
                .path("transactions");
        var transfers = new ArrayList<String>();
        lines.forEach(line -> transfers.add(line.path("transactionId").asString()));

        assertThat(transfers).hasSize(4);
        for (var transfer : transfers) {
            assertThat(shop.run("explain", transfer).out())
                    .contains("it came from payment " + payment + " at fake: 199.00 EUR");
        }
    }

    @Test
    void polling_now_shows_the_payment_before_and_after() {
        var open = shop.openPayment();
        var ref = new GatewayRef("fake", open.checkout().ref().id());
        var unused = shop.gateway.pays(ref, ShopFixture.PRICE);

        var output = shop.run("payments", "sync", open.id().toString());
        var again = shop.run("payments", "sync", open.id().toString(), "--json").json();

        assertThat(output.out()).contains("before: open", "after:  succeeded");
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(again.at("/after/state").asString()).isEqualTo("succeeded");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void a_gateway_that_does_not_answer_differs_from_one_that_has_no_news() {
        var open = shop.openPayment();
        shop.gateway.losesAnswers(true);

        var output = shop.run("payments", "sync", open.id().toString());

        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.err()).contains("fake does not answer: lost");
    }

    @Test
    void what_had_ended_here_and_is_paid_there_is_polled_by_its_gateway_reference() {
        var open = shop.openPayment();
        var ref = open.checkout().ref();
        var unused = shop.gateway.expires(ref);
        assertThat(sync(open.id()).out()).contains("after:  cancelled");
        var withoutNotice = shop.gateway.pays(ref, ShopFixture.PRICE);
        assertThat(withoutNotice).isNotNull();

        assertThat(sync(open.id()).out()).contains("it has ended here", "--gateway-ref");
        assertThat(sync(open.id(), "--gateway-ref", "cs_of_another_payment").exit()).isEqualTo(3);
        assertThat(sync(open.id(), "--gateway-ref", "").exit()).isEqualTo(3);
        assertThat(sync(open.id(), "--gateway-ref", ref.id()).out())
                .contains("before: cancelled", "after:  succeeded");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void what_a_person_should_look_at_is_listed_newest_first() {
        var paid = shop.sellPack();
        var other = new GatewayRef("fake", "cs_other");
        var answer = shop.fixture.makegood.payments()
                .accept(new Verified(new GatewayRef("fake", "evt_1"),
                        List.of(other, new GatewayRef("fake", paid.toString())),
                        List.of(shop.gateway.pays(other, ShopFixture.PRICE))));
        assertThat(answer).isNotNull();
        shop.fixture.clock.advance(Duration.ofMinutes(1));
        shop.fixture.makegood.payments().recordInvalidSignature("fake", "a wrong signature");

        var output = shop.run("payments", "quarantined");
        var json = shop.run("payments", "quarantined", "--json").json().path("quarantined");

        assertThat(output.out()).contains("app/ada", "the payment was paid a second time",
                "the system account",
                "a wrong signature");
        assertThat(json).hasSize(2);
        assertThat(json.at("/0/facts/gateway").asString()).isEqualTo("fake");
        assertThat(json.at("/1/facts/payment").asString()).isEqualTo(paid.toString());
        assertThat(shop.run("payments", "quarantined", "--limit", "1", "--json")
                .json()
                .path("quarantined")).hasSize(1);
    }

    private CommandRunner.CommandOutput sync(PaymentId payment, String... more) {
        return shop.run(ShopFixture.arguments("payments", "sync", payment, more));
    }

    private CommandRunner.CommandOutput refund(PaymentId payment, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--reason", "asked nicely"));
        return shop.run(ShopFixture.arguments("refund", "payment", payment,
                arguments.toArray(String[]::new)));
    }

    private List<String> ids(String... more) {
        var ids = new ArrayList<String>();
        var words = new ArrayList<>(List.of("payments", "list", "--json"));
        words.addAll(List.of(more));
        shop.run(words.toArray(String[]::new))
                .json()
                .path("payments")
                .forEach(payment -> ids.add(payment.path("paymentId").asString()));
        return ids;
    }
}
