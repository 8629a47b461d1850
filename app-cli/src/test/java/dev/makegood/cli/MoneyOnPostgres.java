package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import dev.makegood.server.Database;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
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

/** Whole stories of an operator at a real database, in front of a gateway that answers over HTTP. */
abstract class MoneyOnPostgres {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private Installation house;
    private CustomerId ada;

    @TempDir
    private Path folder;

    /** What the bill is: 199.00 in a currency the gateway likes. */
    protected abstract Money price();

    protected abstract String name();

    /** The settings that lead to the fake. */
    protected abstract Map<String, String> settings();

    /** The same gateway, for whoever makes something there without us. */
    protected abstract PaymentGateway gateway();

    /** The customer pays at what the gateway calls so. */
    protected abstract void pays(String ref);

    /** Somebody gives back in the gateway's own pages. */
    protected abstract void givesBackThere(String ref, Money amount);

    protected abstract void sellsWithoutUs();

    /** From now on the gateway shows another amount. */
    protected abstract void showsAnotherAmount(String ref);

    /** Every call waits until it may pass. */
    protected abstract void everyCallWaitsAt(Semaphore gate);

    /** The next calls fail. */
    protected abstract void isDown();

    /** The gateway forgets everything. */
    protected abstract void forgets();

    /** How many refunds were really made there. */
    protected abstract int refunds();

    /** Ends it. */
    protected abstract void stop();

    @BeforeEach
    void a_customer_is_there() {
        assertThat(types("migrate").exit()).isZero();
        house = dev.makegood.server.Wiring.installation(Settings.read(Sources.of(Map.of(),
                environment())), Database.visit(
                        Settings.read(Sources.of(Map.of(), environment()))
                                .database()));
        ada = house.makegood()
                .customers()
                .welcome(new Identity("app", "ada"), new CustomerId(house.ids().get()));
    }

    @AfterEach
    void everything_adds_up() {
        var said = types("verify");
        house.close();
        stop();
        assertThat(said.out()).as(said.err()).contains("everything adds up");
    }

    @Test
    void a_payment_is_sold_given_back_in_part_again_and_not_more_than_was_paid() {
        var open = opened(now());
        pays(open.checkout().ref().id());

        assertThat(types("payments", "sync", id(open)).out())
                .contains("before: open", "after:  succeeded");
        assertThat(refund(open, "--amount", "50").out()).contains("gave back 50.00 " + currency());
        assertThat(refund(open, "--amount", "50.00").out()).contains("already done");
        assertThat(refund(open, "--amount", "50", "--again", "x").exit()).isZero();
        var tooMuch = refund(open, "--amount", "100");
        assertThat(refund(open, "--amount", "0.001").exit()).isEqualTo(2);

        assertThat(tooMuch.exit()).isEqualTo(1);
        assertThat(tooMuch.err()).contains("99.00 " + currency() + " left to give back");
        assertThat(refunds()).isEqualTo(2);
        assertThat(types("payments", "show", id(open), "--json").json().path("refunded").asString())
                .isEqualTo("100.00");
        assertThat(types("explain", id(open)).out()).contains("100 × 100.00 ÷ 199.00");
        assertThat(types("payments", "list", "--gateway", name(), "--status", "succeeded",
                "--json").json().path("payments")).hasSize(1);
        assertThat(reconcile().exit()).isZero();
    }

    @Test
    void a_list_that_was_killed_in_the_middle_goes_on_and_gives_nothing_twice() throws Exception {
        var sold = Stream.generate(this::sold).limit(6).toList();
        var list = folder.resolve("list.csv");
        Files.writeString(list, "what,id,credits,amount,reason\n" + String.join("\n",
                sold.stream().map(it -> "payment," + it.id() + ",,50,late").toList()));
        var gate = new Semaphore(3);
        everyCallWaitsAt(gate);

        try (var operator = Child.of(Main.class, environment(), "refund", "--file",
                list.toString())) {
            while (!gate.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            operator.close();
        }
        assertThat(refunds()).isBetween(1, 5);
        gate.release(1_000_000); // and the call that was on its way arrives
        var again = types("refund", "--file", list.toString());
        var oncemore = types("refund", "--file", list.toString(), "--json");

        assertThat(again.exit()).as(again.out()).isZero();
        assertThat(oncemore.exit()).isZero();
        assertThat(refunds()).isEqualTo(6);
        for (var payment : sold) {
            assertThat(types("payments", "show", id(payment), "--json").json().path("refunded"))
                    .hasToString("\"50.00\"");
        }
    }

    @Test
    void books_that_agree_say_so_and_what_others_sold_is_counted() {
        var paid = opened(now());
        pays(paid.checkout().ref().id());
        var unpaid = opened(now());
        assertThat(unpaid.bill().gateway()).isEqualTo(name());
        sellsWithoutUs();

        var said = reconcile("--json");

        assertThat(said.exit()).as(said.out()).isZero();
        assertThat(said.json().path("settled").asInt()).isEqualTo(1);
        assertThat(said.json().path("agreeing").asInt()).isEqualTo(2);
        assertThat(said.json().path("others").asInt()).isEqualTo(1);
        assertThat(reconcile().out()).contains("everything agrees: 2 payments");
    }

    @Test
    void what_we_made_there_and_do_not_know_is_missing_here() {
        var bill = bill(now());
        assertThat(gateway().open(bill)).isInstanceOf(Opened.class);

        var said = reconcile("--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("missingHere")).hasSize(1);
        assertThat(said.out()).contains(bill.id().toString());
        assertThat(reconcile().out()).contains("missing here", "not paid yet");
    }

    @Test
    void what_the_gateway_does_not_have_is_missing_there() {
        var open = opened(now());
        forgets();

        var said = reconcile("--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("missingThere")).hasSize(1);
        assertThat(said.json().at("/missingThere/0/payment").asString()).isEqualTo(id(open));
        assertThat(reconcile().out()).contains("missing there", id(open));
    }

    @Test
    void what_was_given_back_without_us_or_paid_otherwise_is_different() {
        var back = sold();
        givesBackThere(back.paid().ref().id(), Money.of(5_000, currency()));
        var other = opened(now());
        pays(other.checkout().ref().id());
        showsAnotherAmount(other.checkout().ref().id());

        var said = reconcile("--json");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().path("different")).extracting(it -> it.path("payment").asString()
                + " " + it.path("about").asString())
                .containsExactlyInAnyOrder(id(back) + " refunded", id(other) + " amount");
        assertThat(reconcile().out()).contains("different", "payments sync");

        assertThat(types("payments", "sync", id(back)).exit()).isZero();
        assertThat(reconcile("--json").json().path("different")).hasSize(1);
    }

    @Test
    void what_was_made_at_the_edge_of_the_period_is_not_missing_on_either_side() {
        var billed = now().minus(A_WHILE);
        var open = opened(billed);
        var between = billed.plus(A_WHILE.dividedBy(2));
        assertThat(open.bill().createdAt()).isEqualTo(billed);

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
    void half_a_list_says_nothing() {
        isDown();

        var said = reconcile("--json");

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.out()).isEmpty();
        assertThat(said.problem().path("code").asString()).isEqualTo("provider_unavailable");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_wrong_usage() {
        assertThat(reconcile("--from", "2026-01-02T00:00:00Z", "--until", "2026-01-01T00:00:00Z")
                .exit()).isEqualTo(2);
    }

    private Payment.Succeeded sold() {
        var open = opened(now());
        pays(open.checkout().ref().id());
        return (Payment.Succeeded) house.makegood().payments().sync(open.id()).orElseThrow();
    }

    private Payment.Open opened(Instant at) {
        return (Payment.Open) house.makegood().payments().ask(bill(at));
    }

    private Bill bill(Instant at) {
        return new Bill(new PaymentId(house.ids().get()), ada, name(), price(),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new Bill.Return("https://example.com/paid", "https://example.com/back"), at);
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

    private Terminal.Said refund(Payment payment, String... more) {
        return types(Stream.concat(Stream.of("refund", "payment", id(payment), "--reason",
                "asked nicely"), Stream.of(more)).toArray(String[]::new));
    }

    /** Until a little after now: what was just made is in the period. */
    private Terminal.Said reconcile(String... more) {
        var words = List.of(more).contains("--until") ? Stream.of("reconcile", name())
                : Stream.of("reconcile", name(), "--until", now().plus(A_WHILE).toString());
        return types(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private Terminal.Said types(String... words) {
        return new Terminal(Wiring::door, environment(), Path.of(".")).types(words);
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
