package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundPaymentTest {

    private final Shop shop = new Shop();

    @TempDir
    private Path folder;

    @Test
    void the_whole_goes_back_once_and_takes_the_credits_along() {
        var payment = shop.sold();
        assertThat(shop.credits()).isEqualTo(60 + 110);

        var first = refund(payment);
        var again = refund(payment);

        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("gave back 199.00 EUR");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done: 199.00 EUR went back");
        assertThat(shop.gateway.refunds()).hasSize(1);
        assertThat(shop.credits()).isEqualTo(60);
    }

    @Test
    void a_part_is_the_same_however_it_is_written_and_a_second_one_is_meant() {
        var payment = shop.sold();

        assertThat(refund(payment, "--amount", "50").out()).contains("gave back 50.00 EUR");
        assertThat(refund(payment, "--amount", "50.00 EUR").out()).contains("already done");
        assertThat(refund(payment, "--amount", "50.00", "--again", "second").out())
                .contains("gave back 50.00 EUR");

        assertThat(shop.gateway.refunds()).hasSize(2);
        assertThat(shop.credits()).isEqualTo(60 + 110 - 51 - 6);
        assertThat(refund(payment, "--amount", "99.01", "--json").problem().path("code"))
                .hasToString("\"refund_exceeds_payment\"");
        assertThat(refund(payment, "--amount", "99.01").exit()).isEqualTo(1);
    }

    @Test
    void a_plan_says_what_goes_and_what_is_taken_back_and_touches_nothing() {
        var payment = shop.sold();

        var said = refund(payment, "--amount", "50", "--dry-run");
        var json = refund(payment, "--amount", "50", "--dry-run", "--json").json();

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("would give back 50.00 EUR of the 199.00 that are left",
                "29 of the 110 credits it bought are taken back");
        assertThat(json.path("amountRefunded").asString()).isEqualTo("50.00");
        assertThat(json.path("dryRun").asBoolean()).isTrue();
        assertThat(shop.gateway.refunds()).isEmpty();
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void what_the_plan_promises_is_what_happens() {
        var payment = shop.sold();

        assertThat(refund(payment, "--amount", "50").exit()).isZero();

        assertThat(shop.credits()).isEqualTo(60 + 110 - 29);
    }

    @Test
    void what_was_typed_wrong_touches_nothing() {
        var payment = shop.sold();

        assertThat(refund(payment, "--amount", "10.001").exit()).isEqualTo(2);
        assertThat(refund(payment, "--amount", "10.00 USD").exit()).isEqualTo(2);
        assertThat(refund(payment, "--amount", "10.00 USD").err()).contains("in USD", "EUR");
        assertThat(refund(payment, "--amount", "0").exit()).isEqualTo(2);
        assertThat(refund(payment, "--amount", "-1").exit()).isEqualTo(2);
        assertThat(refund(payment, "--amount", "1e2").exit()).isEqualTo(2);
        assertThat(shop.gateway.refunds()).isEmpty();
    }

    @Test
    void what_is_not_paid_is_refused_and_what_is_not_there_not_found() {
        var open = shop.opened();

        assertThat(refund(open.id()).exit()).isEqualTo(1);
        assertThat(refund(open.id()).err()).contains("is not paid, it is open");
        assertThat(refund(open.id(), "--dry-run").exit()).isEqualTo(1);
        assertThat(refund(new PaymentId(shop.house.samples.id())).exit()).isEqualTo(3);
    }

    @Test
    void a_gateway_that_says_no_keeps_the_money_and_gives_the_credits_again() {
        var payment = shop.sold();
        shop.gateway.refuses(true);

        var said = refund(payment, "--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.problem().path("code").asString()).isEqualTo("provider_refused");
        assertThat(refund(payment).exit()).isEqualTo(1);
        assertThat(shop.credits()).isEqualTo(60 + 110);

        shop.gateway.refuses(false);
        assertThat(refund(payment, "--again", "topped up").out()).contains("gave back 199.00");
        assertThat(shop.credits()).isEqualTo(60);
    }

    @Test
    void an_answer_that_never_came_is_not_known_and_the_same_command_asks_again() {
        var payment = shop.sold();
        shop.gateway.losesAnswers(true);

        var said = refund(payment, "--json");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.problem().path("detail").asString()).contains("not known yet");

        shop.gateway.losesAnswers(false);
        shop.house.clock.pass(Duration.ofMinutes(3));
        var again = refund(payment);
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done: 199.00 EUR went back");
        assertThat(shop.gateway.refunds()).hasSize(1);
    }

    @Test
    void what_is_on_its_way_is_done_and_what_somebody_else_asks_about_is_busy() {
        var payment = shop.house.makegood.payments().find(shop.sold()).orElseThrow();
        var shown = new RefundOfPaymentShown(shop.installation(), payment);
        var now = shop.house.clock.instant();
        var asked = new PaymentRefund("key", Shop.PRICE, State.ASKED, now);
        var pending = new PaymentRefund("key", Shop.PRICE, State.PENDING, now);

        assertThat(shown.answered(pending, true, true).exit()).isEqualTo(Exit.DONE);
        assertThat(shown.answered(asked, true, false).exit()).isEqualTo(Exit.BUSY);
        assertThat(shown.answered(asked, true, true).exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(shown.before(pending).exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void a_list_whose_gateway_fell_silent_is_asked_about_by_the_same_list() throws IOException {
        var list = list("payment," + shop.sold() + ",,50.00,late",
                "payment," + shop.sold() + ",,50.00,late");
        shop.gateway.losesAnswers(true);

        var said = shop.types("refund", "--file", list, "--json");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.json().path("notKnown").asInt()).isEqualTo(2);

        shop.gateway.losesAnswers(false);
        assertThat(shop.types("refund", "--file", list).exit()).isZero();
        assertThat(shop.gateway.refunds()).hasSize(2);
    }

    @Test
    void a_gateway_that_is_not_configured_here_is_told_before_anything_is_written() {
        var payment = shop.sold();

        var said = Terminal.of(shop.house)
                .types("refund", "payment", payment.toString(), "--reason", "x");

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("fake is not configured here");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void a_list_takes_payments_beside_projects() throws IOException {
        var part = shop.sold();
        var whole = shop.sold();
        var project = shop.house.started(shop.ada);
        var unused = shop.house.pipeline.completes(project);
        var list = list("payment," + part + ",,50.00,late", "payment," + whole + ",,,late",
                "project," + project + ",,,blurred");
        assertThat(shop.credits()).isEqualTo(60 + 220 - 40);

        var plan = shop.types("refund", "--file", list, "--dry-run", "--json").json();
        assertThat(plan.at("/refunds/0/done/amountRefunded").asString()).isEqualTo("50.00");
        assertThat(plan.at("/refunds/1/done/amountRefunded").asString()).isEqualTo("199.00");
        assertThat(shop.gateway.refunds()).isEmpty();

        assertThat(shop.types("refund", "--file", list).exit()).isZero();
        assertThat(shop.types("refund", "--file", list).out()).contains("already done");
        assertThat(shop.gateway.refunds()).extracting(order -> order.amount())
                .containsExactlyInAnyOrder(Money.of(5_000, "EUR"), Shop.PRICE);
        assertThat(shop.credits()).isEqualTo(60 + 220 - 29 - 110);
    }

    @Test
    void a_list_with_an_amount_that_cannot_be_meant_refunds_nothing() throws IOException {
        var payment = shop.sold();
        var good = "payment," + payment + ",,50.00,late";

        for (var bad : List.of("payment," + payment + ",,1.001,late",
                "payment," + payment + ",,1.00 USD,late", "payment," + payment + ",,-1,late",
                "payment," + payment + ",10,,late", "project," + payment + ",,1.00,late")) {
            assertThat(shop.types("refund", "--file", list(good, bad)).exit()).as(bad).isEqualTo(2);
        }
        assertThat(shop.gateway.refunds()).isEmpty();
    }

    private Terminal.Said refund(PaymentId payment, String... more) {
        var arguments = new ArrayList<>(List.of("refund", "payment", payment.toString(),
                "--reason", "asked nicely"));
        arguments.addAll(List.of(more));
        return shop.types(arguments.toArray(String[]::new));
    }

    private String list(String... rows) throws IOException {
        var file = folder.resolve("list.csv");
        Files.writeString(file,
                "what,id,credits,amount,reason\n" + String.join("\n", rows) + "\n");
        return file.toString();
    }
}
