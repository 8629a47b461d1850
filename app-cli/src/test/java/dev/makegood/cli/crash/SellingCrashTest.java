package dev.makegood.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.audit.Violation;
import dev.makegood.cli.Child;
import dev.makegood.cli.crash.SellingDay.Sent;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.Migrations;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import dev.makegood.project.Project;
import dev.makegood.stripe.StripeNotices;
import dev.makegood.stripe.StripeSettings;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.testing.TickingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** T5 around the gateway: a process that sells is halted at a named point, and another one goes on. */
class SellingCrashTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().freshDatabase();
    private static final TickingClock CLOCK = new TickingClock("2026-11-20T12:00:00Z");
    private static final FakeStripe STRIPE =
            new FakeStripe(CLOCK, Shop.STRIPE_KEY, Shop.WEBHOOK_SECRET);
    private static final StripeSettings SETTINGS = Shop.stripe(STRIPE.address());
    private static final int ROUNDS_MAX = 6;

    private static long seeds = 8_151;

    private final Makegood makegood = Shop.selling(
            Shop.storage(Shop.database(DATABASE.jdbcUrl(), DATABASE.application().user(),
                    DATABASE.application().password())),
            UnaryOperator.identity(), SETTINGS, CLOCK);
    private final int noticesBefore = STRIPE.notices().size();

    @BeforeAll
    static void the_schema_is_there() {
        assertThat(Migrations.on(DATABASE.asOwner()).run().applied()).isNotEmpty();
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    @ParameterizedTest(name = "{0}, the {1}. time")
    @CsvSource({"BEFORE_THE_BILL_COMMITS,2", "AFTER_THE_BILL_COMMITTED,1",
            "AFTER_THE_GATEWAY_OPENED,1", "AFTER_THE_GATEWAY_OPENED,3",
            "BEFORE_THE_NOTICE_COMMITS,2", "AFTER_THE_NOTICE_COMMITTED,1",
            "AFTER_THE_NOTICE_COMMITTED,3", "IN_THE_MIDDLE_OF_FUNDING,1",
            "IN_THE_MIDDLE_OF_FUNDING,2", "BEFORE_THE_REFUND_COMMITS,1",
            "AFTER_THE_REFUND_COMMITTED,1", "AFTER_THE_REFUND_COMMITTED,2",
            "AFTER_THE_GATEWAY_GAVE_BACK,1", "AFTER_THE_GATEWAY_GAVE_BACK,2"})
    void nothing_is_paid_granted_or_given_back_twice_and_nothing_is_lost(Point point, int time)
            throws Exception {
        CLOCK.pass(Duration.ofMinutes(5)); // whoever held a lease before does not any more
        long seed = seeds++;
        var ids = SellingDay.Ids.of(seed);

        everythingAcknowledgedIsThere(doomed(seed, point, time));
        goOn(ids);

        ourBooksAreRight(ids);
        stripesBooksAreRight(ids);
        assertThat(violations()).isEmpty();
    }

    private List<String> doomed(long seed, Point point, int time) throws Exception {
        var process = Child.of(DoomedSeller.class,
                Map.of("PASSWORD", DATABASE.application().password()), Long.toString(seed),
                point.name(), Integer.toString(time), STRIPE.address().toString(),
                DATABASE.jdbcUrl(), DATABASE.application().user(), CLOCK.instant().toString());
        var said = new ArrayList<String>();
        for (var line = process.line(); line != null; line = process.line()) {
            said.add(line);
            if (line.startsWith("pay ")) {
                answer(process, id(line));
            }
        }
        assertThat(process.exit()).as(said + process.errors()).isEqualTo(Halting.EXIT);
        return said;
    }

    private void answer(Child process, PaymentId payment) {
        pay(payment).forEach(sent -> process.tell(Base64.getEncoder()
                .encodeToString(sent.body().getBytes(StandardCharsets.UTF_8)) + " "
                + sent.signature()));
        process.tell("");
    }

    private static PaymentId id(String line) {
        return new PaymentId(UUID.fromString(line.substring(line.indexOf(' ') + 1)));
    }

    /** Pays what can be paid, and answers every notice of this day so far. */
    private List<Sent> pay(PaymentId payment) {
        sessions(payment).stream()
                .filter(session -> session.path("status").stringValue().equals("open"))
                .forEach(session -> STRIPE.pay(session.path("id").stringValue()));
        return STRIPE.notices()
                .stream()
                .skip(noticesBefore)
                .map(notice -> new Sent(notice.body(),
                        STRIPE.headers(notice).get("stripe-signature")))
                .toList();
    }

    private static List<ObjectNode> sessions(PaymentId payment) {
        return STRIPE.sessions()
                .stream()
                .filter(session -> session.path("client_reference_id")
                        .stringValue()
                        .equals(payment.toString()))
                .toList();
    }

    private void everythingAcknowledgedIsThere(List<String> said) {
        said.stream()
                .filter(line -> line.startsWith("billed "))
                .forEach(line -> assertThat(makegood.payments().find(id(line))).as(line)
                        .isPresent());
        said.stream()
                .filter(line -> line.startsWith("refunded "))
                .forEach(line -> assertThat(refunds(id(line))).as(line).hasSize(1));
    }

    private List<PaymentRefund> refunds(PaymentId payment) {
        return List.copyOf(
                makegood.payments().find(payment).orElseThrow().aftermath().refunds().values());
    }

    /** Another process takes over: whoever wished wishes again, and time passes. */
    private void goOn(SellingDay.Ids ids) {
        var day = new SellingDay(makegood, new StripeNotices(SETTINGS, CLOCK), this::pay, CLOCK,
                ids, line -> {});
        for (int round = 0; round < ROUNDS_MAX && !(round > 1 && isOver(ids)); round++) {
            CLOCK.pass(Duration.ofMinutes(20));
            day.sell();
        }
    }

    private boolean isOver(SellingDay.Ids ids) {
        return ids.payments()
                .stream()
                .flatMap(id -> refunds(id).stream())
                .filter(refund -> refund.state() == PaymentRefund.State.SUCCEEDED)
                .count() == 2;
    }

    private void ourBooksAreRight(SellingDay.Ids ids) {
        ids.payments()
                .forEach(id -> assertThat(makegood.payments().find(id)).get()
                        .isInstanceOf(Payment.Succeeded.class));
        assertThat(makegood.ledger().available(ids.customer()).amount())
                .isEqualTo(SellingDay.CREDITS_LEFT);
        assertThat(makegood.projects().find(ids.film())).get()
                .isInstanceOf(Project.Completed.class);
        assertThat(makegood.projects().find(ids.failing())).get()
                .isInstanceOf(Project.Failed.class);
    }

    /** One session for each payment, paid; half of the pack and all of what failed went back, once. */
    private void stripesBooksAreRight(SellingDay.Ids ids) {
        ids.payments()
                .forEach(id -> assertThat(sessions(id)).singleElement()
                        .satisfies(session -> assertThat(
                                session.path("payment_status").stringValue()).isEqualTo("paid")));
        assertThat(refundedThere(ids.pack())).containsExactly(SellingDay.HALF.minor());
        assertThat(refundedThere(ids.failingPaid())).containsExactly(SellingDay.PRICE.minor());
        assertThat(refundedThere(ids.filmPaid())).isEmpty();
    }

    private static List<Long> refundedThere(PaymentId payment) {
        var intent = STRIPE.intentOf(sessions(payment).getFirst().path("id").stringValue());
        return STRIPE.refunds()
                .stream()
                .filter(refund -> refund.path("payment_intent").stringValue().equals(intent))
                .map(refund -> refund.path("amount").longValue())
                .toList();
    }

    private List<Violation> violations() {
        var found = new ArrayList<Violation>();
        assertThat(makegood.audit().everybody(found::add).payments()).isPositive();
        return found;
    }
}
