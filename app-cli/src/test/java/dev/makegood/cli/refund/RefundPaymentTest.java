package dev.makegood.cli.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.CommandRunner;
import dev.makegood.cli.ShopFixture;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundPaymentTest {

    private final ShopFixture shop = new ShopFixture();

    @TempDir
    private Path folder;

    @Test
    void the_whole_is_refunded_once_and_its_credits_are_clawed_back() {
        var payment = shop.sellPack();
        assertThat(shop.credits()).isEqualTo(60 + 110);

        var first = refund(payment);
        var again = refund(payment);

        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("refunded 199.00 EUR");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done: refunded 199.00 EUR");
        assertThat(shop.gateway.refunds()).hasSize(1);
        assertThat(shop.credits()).isEqualTo(60);
    }

    @Test
    void work_that_was_paid_with_money_is_refunded_as_money_once() {
        var project = shop.sellGeneration();
        var refund = new String[] {"refund", "project", project.toString(), "--reason", "blurred"};
        var payment = shop.run("projects", "show", project.toString(), "--json")
                .json()
                .path("paymentId")
                .asString();

        assertThat(shop.run("refund", "project", project.toString(), "--reason", "blurred",
                "--dry-run").out()).contains(payment, "199.00 EUR");
        assertThat(shop.gateway.refunds()).isEmpty();
        assertThat(shop.run(refund).out()).contains(payment, "199.00 EUR");
        assertThat(shop.run(refund).out()).contains("already done");
        assertThat(shop.gateway.refunds()).hasSize(1);
        assertThat(shop.run("refund", "project", project.toString(), "--credits", "5", "--reason",
                "x").err()).contains("was paid with money", "refund payment " + payment);
        assertThat(shop.run("explain", project.toString()).out()).contains(payment);
    }

    @Test
    void a_part_is_the_same_however_it_is_written_and_again_makes_a_second_one() {
        var payment = shop.sellPack();

        assertThat(refund(payment, "--amount", "50").out()).contains("refunded 50.00 EUR");
        assertThat(refund(payment, "--amount", "50.00 EUR").out()).contains("already done");
        assertThat(refund(payment, "--amount", "50.00", "--again", "second").out())
                .contains("refunded 50.00 EUR");

        assertThat(shop.gateway.refunds()).hasSize(2);
        assertThat(shop.credits()).isEqualTo(60 + 110 - 51 - 6);
        assertThat(refund(payment, "--amount", "99.01", "--json").problem().path("code"))
                .hasToString("\"refund_exceeds_payment\"");
        assertThat(refund(payment, "--amount", "99.01").exit()).isEqualTo(1);
    }

    @Test
    void a_plan_says_what_is_refunded_and_clawed_back_and_touches_nothing() {
        var payment = shop.sellPack();

        var output = refund(payment, "--amount", "50", "--dry-run");
        var json = refund(payment, "--amount", "50", "--dry-run", "--json").json();

        assertThat(output.exit()).isZero();
        assertThat(output.out()).contains("would refund 50.00 EUR of the 199.00 that are left",
                "29 of the 110 credits it bought are clawed back");
        assertThat(json.at("/amountRefunded/value").asString()).isEqualTo("50.00");
        assertThat(json.path("dryRun").asBoolean()).isTrue();
        assertThat(shop.gateway.refunds()).isEmpty();
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void what_the_plan_promises_is_what_happens() {
        var payment = shop.sellPack();

        assertThat(refund(payment, "--amount", "50").exit()).isZero();

        assertThat(shop.credits()).isEqualTo(60 + 110 - 29);
    }

    @Test
    void what_was_typed_wrong_touches_nothing() {
        var payment = shop.sellPack();

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
        var open = shop.openPayment();

        assertThat(refund(open.id()).exit()).isEqualTo(1);
        assertThat(refund(open.id()).err()).contains("cannot be refunded here, it is open");
        assertThat(refund(open.id(), "--dry-run").exit()).isEqualTo(1);
        assertThat(refund(new PaymentId(shop.fixture.samples.id())).exit()).isEqualTo(3);
    }

    @Test
    void what_was_paid_otherwise_than_billed_is_accepted_or_refunded() {
        var accepted = shop.sellPack(Money.of(9_950, "EUR"));
        var refunded = shop.sellPack(Money.of(9_950, "EUR"));

        assertThat(shop.run("payments", "accept", accepted.toString(), "--reason", "bank").out())
                .contains("accepted 99.50 EUR instead of 199.00 EUR, for 55 credits");
        assertThat(shop.run("payments", "accept", accepted.toString(), "--reason", "bank").out())
                .contains("already done");
        assertThat(refund(refunded).out()).contains("refunded 99.50 EUR");
        assertThat(shop.credits()).isEqualTo(60 + 55);
        assertThat(refund(accepted, "--dry-run").out())
                .contains("would refund 99.50 EUR", "55 of the 55 credits it bought");
        assertThat(shop.run("payments", "accept", shop.sellPack().toString(), "--reason", "x")
                .err()).contains("is not in quarantine, it is succeeded");
    }

    @Test
    void a_gateway_that_refuses_keeps_the_money_and_the_credits_are_reinstated() {
        var payment = shop.sellPack();
        shop.gateway.refuses(true);

        var output = refund(payment, "--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.problem().path("code").asString()).isEqualTo("provider_refused");
        assertThat(refund(payment).exit()).isEqualTo(1);
        assertThat(shop.credits()).isEqualTo(60 + 110);

        shop.gateway.refuses(false);
        assertThat(refund(payment, "--again", "topped up").out()).contains("refunded 199.00");
        assertThat(shop.credits()).isEqualTo(60);
    }

    @Test
    void an_answer_that_never_came_is_not_known_and_the_same_command_polls_again() {
        var payment = shop.sellPack();
        shop.gateway.losesAnswers(true);

        var output = refund(payment, "--json");
        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.problem().path("detail").asString()).contains("not known yet");

        shop.gateway.losesAnswers(false);
        shop.fixture.clock.advance(Duration.ofMinutes(3));
        var again = refund(payment);
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("already done: refunded 199.00 EUR");
        assertThat(shop.gateway.refunds()).hasSize(1);
    }

    @Test
    void what_is_on_its_way_is_done_and_what_another_process_polls_is_busy() {
        var payment = shop.fixture.makegood.payments().find(shop.sellPack()).orElseThrow();
        var output = new PaymentRefundOutput(shop.installation(), payment);
        var now = shop.fixture.clock.instant();
        var requested = new PaymentRefund("key", ShopFixture.PRICE, RefundStatus.REQUESTED, now);
        var pending = new PaymentRefund("key", ShopFixture.PRICE, RefundStatus.PENDING, now);

        assertThat(output.result(pending, true, true).exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(output.result(requested, true, false).exitCode()).isEqualTo(ExitCode.BUSY);
        assertThat(output.result(requested, true, true).exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(output.alreadyRequested(pending).exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void a_list_whose_gateway_fell_silent_is_continued_by_the_same_list() throws IOException {
        var list = list("payment," + shop.sellPack() + ",,50.00,late",
                "payment," + shop.sellPack() + ",,50.00,late");
        shop.gateway.losesAnswers(true);

        var output = shop.run("refund", "--file", list, "--json");
        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.json().path("unknown").asInt()).isEqualTo(2);

        shop.gateway.losesAnswers(false);
        assertThat(shop.run("refund", "--file", list).exit()).isZero();
        assertThat(shop.gateway.refunds()).hasSize(2);
    }

    @Test
    void a_gateway_that_is_not_configured_here_is_named_before_anything_is_written() {
        var payment = shop.sellPack();

        var output = CommandRunner.of(shop.fixture)
                .run("refund", "payment", payment.toString(), "--reason", "x");

        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.err()).contains("fake is not configured here");
        assertThat(shop.credits()).isEqualTo(60 + 110);
    }

    @Test
    void a_list_takes_payments_beside_projects() throws IOException {
        var part = shop.sellPack();
        var whole = shop.sellPack();
        var project = shop.fixture.startProject(shop.ada);
        var unused = shop.fixture.pipeline.completes(project);
        var list = list("payment," + part + ",,50.00,late", "payment," + whole + ",,,late",
                "project," + project + ",,,blurred");
        assertThat(shop.credits()).isEqualTo(60 + 220 - 40);

        var plan = shop.run("refund", "--file", list, "--dry-run", "--json").json();
        assertThat(plan.at("/refunds/0/done/amountRefunded/value").asString()).isEqualTo("50.00");
        assertThat(plan.at("/refunds/1/done/amountRefunded/value").asString()).isEqualTo("199.00");
        assertThat(shop.gateway.refunds()).isEmpty();

        assertThat(shop.run("refund", "--file", list).exit()).isZero();
        assertThat(shop.run("refund", "--file", list).out()).contains("already done");
        assertThat(shop.gateway.refunds()).extracting(instruction -> instruction.amount())
                .containsExactlyInAnyOrder(Money.of(5_000, "EUR"), ShopFixture.PRICE);
        assertThat(shop.credits()).isEqualTo(60 + 220 - 29 - 110);
    }

    @Test
    void a_list_with_an_invalid_amount_refunds_nothing() throws IOException {
        var payment = shop.sellPack();
        var good = "payment," + payment + ",,50.00,late";

        for (var bad : List.of("payment," + payment + ",,1.001,late",
                "payment," + payment + ",,1.00 USD,late", "payment," + payment + ",,-1,late",
                "payment," + payment + ",10,,late", "project," + payment + ",,1.00,late")) {
            assertThat(shop.run("refund", "--file", list(good, bad)).exit()).as(bad).isEqualTo(2);
        }
        assertThat(shop.gateway.refunds()).isEmpty();
    }

    private CommandRunner.CommandOutput refund(PaymentId payment, String... more) {
        var arguments = new ArrayList<>(List.of("refund", "payment", payment.toString(),
                "--reason", "asked nicely"));
        arguments.addAll(List.of(more));
        return shop.run(arguments.toArray(String[]::new));
    }

    private String list(String... rows) throws IOException {
        var file = folder.resolve("list.csv");
        Files.writeString(file,
                "kind,id,credits,amount,reason\n" + String.join("\n", rows) + "\n");
        return file.toString();
    }
}
