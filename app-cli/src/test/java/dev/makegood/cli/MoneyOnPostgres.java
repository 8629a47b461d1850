package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Database;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does about payments, on a real database and with a gateway over real HTTP. */
abstract class MoneyOnPostgres {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private Installation installation;
    private CustomerId ada;

    @TempDir
    private Path folder;

    /** The amount: 199.00 in a currency the gateway takes. */
    protected abstract Money price();

    protected abstract String name();

    /** The settings that lead to the fake. */
    protected abstract Map<String, String> settings();

    /** The same gateway, to open checkouts there that we do not record. */
    protected abstract PaymentGateway gateway();

    /** The customer pays the checkout of this reference. */
    protected abstract void pay(String ref);

    /** A refund in the gateway's own pages. */
    protected abstract void refundAtGateway(String ref, Money amount);

    protected abstract void sellWithoutUs();

    /** From now on the gateway shows another amount. */
    protected abstract void changeAmountShown(String ref);

    /** Every call waits until it may pass. */
    protected abstract void blockEveryCallAt(Semaphore gate);

    /** The next calls fail. */
    protected abstract void goDown();

    /** The gateway forgets everything. */
    protected abstract void forgetEverything();

    /** How many refunds were really made there. */
    protected abstract int refunds();

    /** Ends it. */
    protected abstract void stop();

    @BeforeEach
    void a_customer_is_there() {
        assertThat(run("migrate").exit()).isZero();
        installation = dev.makegood.server.Wiring
                .openInstallation(Settings.read(SettingSources.of(Map.of(),
                        environment())), Database.openForCommand(
                                Settings.read(SettingSources.of(Map.of(), environment()))
                                        .database()));
        ada = installation.makegood()
                .customers()
                .findOrCreate(new Identity("app", "ada"), new CustomerId(installation.ids().get()));
    }

    @AfterEach
    void everything_adds_up() {
        var output = run("verify");
        installation.close();
        stop();
        assertThat(output.out()).as(output.err()).contains("everything adds up");
    }

    @Test
    void a_payment_is_sold_refunded_in_parts_and_not_more_than_was_paid() {
        var open = openPayment(now());
        pay(open.checkout().ref().id());

        assertThat(run("payments", "sync", id(open)).out())
                .contains("before: open", "after:  succeeded");
        assertThat(refund(open, "--amount", "50").out()).contains("refunded 50.00 " + currency());
        assertThat(refund(open, "--amount", "50.00").out()).contains("already done");
        assertThat(refund(open, "--amount", "50", "--again", "x").exit()).isZero();
        var tooMuch = refund(open, "--amount", "100");
        assertThat(refund(open, "--amount", "0.001").exit()).isEqualTo(2);

        assertThat(tooMuch.exit()).isEqualTo(1);
        assertThat(tooMuch.err()).contains("99.00 " + currency() + " left to refund");
        assertThat(refunds()).isEqualTo(2);
        assertThat(
                run("payments", "show", id(open), "--json").json().at("/refunded/value").asString())
                        .isEqualTo("100.00");
        assertThat(run("explain", id(open)).out()).contains("100 × 100.00 ÷ 199.00");
        assertThat(run("payments", "list", "--gateway", name(), "--status", "succeeded",
                "--json").json().path("payments")).hasSize(1);
        assertThat(reconcile().exit()).isZero();
    }

    @Test
    void a_list_that_was_killed_in_the_middle_continues_and_refunds_nothing_twice()
            throws Exception {
        var sold = Stream.generate(this::sellPack).limit(6).toList();
        var list = folder.resolve("list.csv");
        Files.writeString(list, "kind,id,credits,amount,reason\n" + String.join("\n",
                sold.stream().map(it -> "payment," + it.id() + ",,50,late").toList()));
        var gate = new Semaphore(3);
        blockEveryCallAt(gate);

        try (var operator = ChildJvm.start(Main.class, environment(), "refund", "--file",
                list.toString())) {
            while (!gate.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            operator.close();
        }
        assertThat(refunds()).isBetween(1, 5);
        gate.release(1_000_000); // and the call that was on its way arrives
        var again = run("refund", "--file", list.toString());
        var oncemore = run("refund", "--file", list.toString(), "--json");

        assertThat(again.exit()).as(again.out()).isZero();
        assertThat(oncemore.exit()).isZero();
        assertThat(refunds()).isEqualTo(6);
        for (var payment : sold) {
            assertThat(run("payments", "show", id(payment), "--json").json()
                    .at("/refunded/value")).hasToString("\"50.00\"");
        }
    }

    @Test
    void books_that_agree_say_so_and_what_others_sold_is_counted() {
        var paid = openPayment(now());
        pay(paid.checkout().ref().id());
        var unpaid = openPayment(now());
        assertThat(unpaid.details().gateway()).isEqualTo(name());
        sellWithoutUs();

        var output = reconcile("--json");

        assertThat(output.exit()).as(output.out()).isZero();
        assertThat(output.json().path("settled").asInt()).isEqualTo(1);
        assertThat(output.json().path("agreeing").asInt()).isEqualTo(2);
        assertThat(output.json().path("unrelated").asInt()).isEqualTo(1);
        assertThat(reconcile().out()).contains("everything agrees: 2 payments");
    }

    @Test
    void what_we_opened_there_and_did_not_record_is_missing_in_our_books() {
        var details = paymentDetails(now());
        assertThat(gateway().open(details)).isInstanceOf(Opened.class);

        var output = reconcile("--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.json().path("missingInOurBooks")).hasSize(1);
        assertThat(output.out()).contains(details.id().toString());
        assertThat(reconcile().out()).contains("missing in our books", "not paid yet");
    }

    @Test
    void what_the_gateway_does_not_have_is_missing_at_the_gateway() {
        var open = openPayment(now());
        forgetEverything();

        var output = reconcile("--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.json().path("missingAtGateway")).hasSize(1);
        assertThat(output.json().at("/missingAtGateway/0/paymentId").asString())
                .isEqualTo(id(open));
        assertThat(reconcile().out()).contains("missing at " + name(), id(open));
    }

    @Test
    void what_was_refunded_without_us_or_paid_otherwise_is_a_difference() {
        var back = sellPack();
        refundAtGateway(back.paid().ref().id(), Money.of(5_000, currency()));
        var other = openPayment(now());
        pay(other.checkout().ref().id());
        changeAmountShown(other.checkout().ref().id());

        var output = reconcile("--json");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.json().path("differences"))
                .extracting(it -> it.path("paymentId").asString()
                        + " " + it.path("aspect").asString())
                .containsExactlyInAnyOrder(id(back) + " refunded", id(other) + " amount");
        assertThat(reconcile().out()).contains("differences", "payments sync");

        assertThat(run("payments", "sync", id(back)).exit()).isZero();
        assertThat(reconcile("--json").json().path("differences")).hasSize(1);
    }

    @Test
    void what_was_made_at_the_edge_of_the_period_is_not_missing_on_either_side() {
        var billed = now().minus(A_WHILE);
        var open = openPayment(billed);
        var between = billed.plus(A_WHILE.dividedBy(2));
        assertThat(open.details().createdAt()).isEqualTo(billed);

        var here = reconcile("--json", "--from", between.toString(), "--until",
                now().plus(A_WHILE).toString());
        var there = reconcile("--json", "--from", billed.minus(A_WHILE).toString(), "--until",
                between.toString());

        assertThat(here.exit()).as(here.out()).isZero();
        assertThat(there.exit()).as(there.out()).isZero();
        assertThat(here.json().path("agreeing").asInt()).isEqualTo(1);
        assertThat(there.json().path("agreeing").asInt()).isEqualTo(1);
    }

    @Test
    void half_a_list_is_not_compared() {
        goDown();

        var output = reconcile("--json");

        assertThat(output.exit()).isEqualTo(4);
        assertThat(output.out()).isEmpty();
        assertThat(output.problem().path("code").asString()).isEqualTo("provider_unavailable");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_wrong_usage() {
        assertThat(reconcile("--from", "2026-01-02T00:00:00Z", "--until", "2026-01-01T00:00:00Z")
                .exit()).isEqualTo(2);
    }

    private Payment.Succeeded sellPack() {
        var open = openPayment(now());
        pay(open.checkout().ref().id());
        return (Payment.Succeeded) installation.makegood()
                .payments()
                .refresh(open.id())
                .orElseThrow();
    }

    private Payment.Open openPayment(Instant at) {
        return (Payment.Open) installation.makegood().payments().create(paymentDetails(at));
    }

    private PaymentDetails paymentDetails(Instant at) {
        return new PaymentDetails(new PaymentId(installation.ids().get()), ada, name(), price(),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/back"),
                at);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private String currency() {
        return price().currency().getCurrencyCode();
    }

    private static String id(Payment payment) {
        return payment.id().toString();
    }

    private CommandRunner.CommandOutput refund(Payment payment, String... more) {
        return run(Stream.concat(Stream.of("refund", "payment", id(payment), "--reason",
                "asked nicely"), Stream.of(more)).toArray(String[]::new));
    }

    /** Until a little after now: what was just made is in the period. */
    private CommandRunner.CommandOutput reconcile(String... more) {
        var words = List.of(more).contains("--until") ? Stream.of("reconcile", name())
                : Stream.of("reconcile", name(), "--until", now().plus(A_WHILE).toString());
        return run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private CommandRunner.CommandOutput run(String... words) {
        return new CommandRunner(CliWiring::openInstallation, environment(), Path.of("."))
                .run(words);
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(settings());
        all.putAll(Map.of("MAKEGOOD_DATABASE_URL", database.jdbcUrl(),
                "MAKEGOOD_DATABASE_USER", database.owner().user(),
                "MAKEGOOD_DATABASE_PASSWORD", database.owner().password(),
                "MAKEGOOD_DATABASE_CONNECTIONS", "3", "FRONTEND_URL", "https://example.com"));
        return all;
    }
}
