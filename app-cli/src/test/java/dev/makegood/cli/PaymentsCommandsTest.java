package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentsCommandsTest {

    private final Shop shop = new Shop();

    @Test
    void everybodys_payments_are_listed_newest_first_as_far_as_they_are() {
        var paid = shop.sold();
        shop.house.clock.pass(Duration.ofMinutes(1));
        var open = shop.opened().id();

        var all = shop.types("payments", "list", "--json").json().path("payments");
        assertThat(all).hasSize(2);
        assertThat(all.at("/0/payment").asString()).isEqualTo(open.toString());
        assertThat(shop.types("payments", "list").out()).contains("app/ada", "199.00 EUR",
                "succeeded", "100 credits and 10 on top (starter)");
        assertThat(ids("--status", "succeeded")).containsExactly(paid.toString());
        assertThat(ids("--status", "pending,failed")).containsExactly(open.toString());
        assertThat(ids("--gateway", "stripe")).isEmpty();
        assertThat(ids("--gateway", "fake", "--limit", "1")).containsExactly(open.toString());
        assertThat(ids("--after", open.toString())).containsExactly(paid.toString());
        assertThat(shop.types("payments", "list", "--status", "paid").exit()).isEqualTo(2);
        assertThat(shop.types("payments", "list", "--after", shop.house.samples.id().toString())
                .exit()).isEqualTo(3);
    }

    @Test
    void what_became_of_a_payment_is_shown_and_explained() {
        var payment = shop.sold();
        var unused = refund(payment, "--amount", "50");

        var shown = shop.types("payments", "show", payment.toString());
        var json = shop.types("payments", "show", payment.toString(), "--json").json();
        var explained = shop.types("explain", payment.toString());

        assertThat(shown.out()).contains("succeeded", "100 credits and 10 on top (starter)",
                "50.00 EUR succeeded", "100 given", "26 taken back", "payment.refunded");
        assertThat(json.path("refunded").asString()).isEqualTo("50.00");
        assertThat(json.path("refunds")).hasSize(1);
        assertThat(json.path("transactions")).hasSize(4);
        assertThat(json.path("events")).isNotEmpty();
        assertThat(explained.out()).contains("of app/ada at fake is succeeded",
                "Its bill: 199.00 EUR for 100 credits", "What fake says: 199.00 EUR paid by card",
                "100 × 50.00 ÷ 199.00 EUR, rounded up: 26",
                "10 × 50.00 ÷ 199.00 EUR, rounded up: 3", "money is a fact");
        assertThat(shop.types("payments", "show", shop.house.samples.id().toString()).exit())
                .isEqualTo(3);
    }

    @Test
    void a_payment_nobody_heard_of_says_who_will_ask() {
        var open = shop.opened();

        assertThat(shop.types("explain", open.id().toString()).out()).contains(
                "it can be paid at cs_", "the gateway is asked at");
        assertThat(shop.types("explain", open.id().toString(), "--json").json().path("tasks"))
                .hasSize(1);
    }

    @Test
    void a_line_that_was_bought_names_its_payment() {
        var payment = shop.sold();
        var unused = refund(payment);
        var lines = shop.types("payments", "show", payment.toString(), "--json")
                .json()
                .path("transactions");
        var transfers = new ArrayList<String>();
        lines.forEach(line -> transfers.add(line.path("transferId").asString()));

        assertThat(transfers).hasSize(4);
        for (var transfer : transfers) {
            assertThat(shop.types("explain", transfer).out())
                    .contains("it came from payment " + payment + " at fake: 199.00 EUR");
        }
    }

    @Test
    void asking_now_shows_what_was_known_and_what_is() {
        var open = shop.opened();
        var ref = new GatewayRef("fake", open.checkout().ref().id());
        var unused = shop.gateway.pays(ref, Shop.PRICE);

        var said = shop.types("payments", "sync", open.id().toString());
        var again = shop.types("payments", "sync", open.id().toString(), "--json").json();

        assertThat(said.out()).contains("before: open", "after:  succeeded");
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(again.at("/after/state").asString()).isEqualTo("succeeded");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void a_gateway_that_does_not_answer_is_told_apart_from_one_that_has_no_news() {
        var open = shop.opened();
        shop.gateway.losesAnswers(true);

        var said = shop.types("payments", "sync", open.id().toString());

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("fake does not answer: lost");
    }

    @Test
    void what_had_ended_here_and_is_paid_there_is_asked_about_by_its_name_there() {
        var open = shop.opened();
        var ref = open.checkout().ref();
        var unused = shop.gateway.expires(ref);
        assertThat(sync(open.id()).out()).contains("after:  cancelled");
        var unheard = shop.gateway.pays(ref, Shop.PRICE);
        assertThat(unheard).isNotNull();

        assertThat(sync(open.id()).out()).contains("it has ended here", "--called");
        assertThat(sync(open.id(), "--called", "cs_of_somebody_else").exit()).isEqualTo(3);
        assertThat(sync(open.id(), "--called", "").exit()).isEqualTo(3);
        assertThat(sync(open.id(), "--called", ref.id()).out())
                .contains("before: cancelled", "after:  succeeded");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void what_a_person_should_look_at_is_listed_newest_first() {
        var paid = shop.sold();
        var other = new GatewayRef("fake", "cs_other");
        var heard = shop.house.makegood.payments()
                .accept(new Believed(new GatewayRef("fake", "evt_1"),
                        List.of(other, new GatewayRef("fake", paid.toString())),
                        List.of(shop.gateway.pays(other, Shop.PRICE))));
        assertThat(heard).isNotNull();
        shop.house.clock.pass(Duration.ofMinutes(1));
        shop.house.makegood.payments().noteForged("fake", "a wrong signature");

        var said = shop.types("payments", "quarantined");
        var json = shop.types("payments", "quarantined", "--json").json().path("quarantined");

        assertThat(said.out()).contains("app/ada", "the same bill was paid again", "the house",
                "a wrong signature");
        assertThat(json).hasSize(2);
        assertThat(json.at("/0/gateway").asString()).isEqualTo("fake");
        assertThat(json.at("/1/payment").asString()).isEqualTo(paid.toString());
        assertThat(shop.types("payments", "quarantined", "--limit", "1", "--json")
                .json()
                .path("quarantined")).hasSize(1);
    }

    private Terminal.Said sync(PaymentId payment, String... more) {
        return shop.types(Shop.words("payments", "sync", payment, more));
    }

    private Terminal.Said refund(PaymentId payment, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--reason", "asked nicely"));
        return shop.types(Shop.words("refund", "payment", payment,
                arguments.toArray(String[]::new)));
    }

    private List<String> ids(String... more) {
        var ids = new ArrayList<String>();
        var words = new ArrayList<>(List.of("payments", "list", "--json"));
        words.addAll(List.of(more));
        shop.types(words.toArray(String[]::new))
                .json()
                .path("payments")
                .forEach(payment -> ids.add(payment.path("payment").asString()));
        return ids;
    }
}
