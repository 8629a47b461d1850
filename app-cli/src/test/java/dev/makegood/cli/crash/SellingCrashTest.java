package dev.makegood.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.makegood.Makegood;
import dev.makegood.audit.Violation;
import dev.makegood.cli.ChildJvm;
import dev.makegood.cli.crash.SellingDay.SentNotice;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.migration.Migrations;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** T5 around the gateway: a process that sells is halted at a named point, and another one goes on. */
class SellingCrashTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().freshDatabase();
    private static final TickingClock CLOCK = new TickingClock("2026-11-20T12:00:00Z");
    private static final FakeStripe STRIPE =
            new FakeStripe(CLOCK, CrashFixture.STRIPE_KEY, CrashFixture.WEBHOOK_SECRET);
    private static final StripeSettings SETTINGS = CrashFixture.stripeSettings(STRIPE.baseUrl());
    private static final int ROUNDS_MAX = 6;
    private static final int HALTS = Integer.getInteger("makegood.halts", 9);

    private static long seeds = 8_151;

    private final Makegood makegood = CrashFixture.openSelling(
            CrashFixture.storage(
                    CrashFixture.database(DATABASE.jdbcUrl(), DATABASE.application().user(),
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

    /** Each point once; the later halts at some of them by {@code -Dmakegood.halts=14}. */
    static Stream<Arguments> halts() {
        return Stream.of(arguments(HaltPoint.BEFORE_THE_BILL_COMMITS, 2),
                arguments(HaltPoint.AFTER_THE_BILL_COMMITTED, 1),
                arguments(HaltPoint.AFTER_THE_GATEWAY_OPENED, 1),
                arguments(HaltPoint.BEFORE_THE_NOTICE_COMMITS, 2),
                arguments(HaltPoint.AFTER_THE_NOTICE_COMMITTED, 1),
                arguments(HaltPoint.IN_THE_MIDDLE_OF_FUNDING, 1),
                arguments(HaltPoint.BEFORE_THE_REFUND_COMMITS, 1),
                arguments(HaltPoint.AFTER_THE_REFUND_COMMITTED, 1),
                arguments(HaltPoint.AFTER_THE_GATEWAY_GAVE_BACK, 1),
                arguments(HaltPoint.AFTER_THE_GATEWAY_OPENED, 3),
                arguments(HaltPoint.AFTER_THE_NOTICE_COMMITTED, 3),
                arguments(HaltPoint.IN_THE_MIDDLE_OF_FUNDING, 2),
                arguments(HaltPoint.AFTER_THE_REFUND_COMMITTED, 2),
                arguments(HaltPoint.AFTER_THE_GATEWAY_GAVE_BACK, 2)).limit(HALTS);
    }

    @ParameterizedTest(name = "{0}, the {1}. time")
    @MethodSource("halts")
    void nothing_is_paid_granted_or_refunded_twice_and_nothing_is_lost(HaltPoint point, int time)
            throws Exception {
        CLOCK.advance(Duration.ofMinutes(5)); // every lease from before has expired
        long seed = seeds++;
        var ids = SellingDay.SellingDayIds.of(seed);

        everythingAcknowledgedIsThere(doomed(seed, point, time));
        continueDay(ids);

        ourBooksAreRight(ids);
        stripesBooksAreRight(ids);
        assertThat(violations()).isEmpty();
    }

    private List<String> doomed(long seed, HaltPoint point, int time) throws Exception {
        var process = ChildJvm.start(DoomedSeller.class,
                Map.of("PASSWORD", DATABASE.application().password()), Long.toString(seed),
                point.name(), Integer.toString(time), STRIPE.baseUrl().toString(),
                DATABASE.jdbcUrl(), DATABASE.application().user(), CLOCK.instant().toString());
        var output = new ArrayList<String>();
        for (var line = process.readLine(); line != null; line = process.readLine()) {
            output.add(line);
            if (line.startsWith("pay ")) {
                answer(process, id(line));
            }
        }
        assertThat(process.waitForExit()).as(output + process.errors()).isEqualTo(HaltTrigger.EXIT);
        return output;
    }

    private void answer(ChildJvm process, PaymentId payment) {
        pay(payment).forEach(sentNotice -> process.writeLine(Base64.getEncoder()
                .encodeToString(sentNotice.body().getBytes(StandardCharsets.UTF_8)) + " "
                + sentNotice.signature()));
        process.writeLine("");
    }

    private static PaymentId id(String line) {
        return new PaymentId(UUID.fromString(line.substring(line.indexOf(' ') + 1)));
    }

    /** Pays what can be paid, and returns every notice of this day so far. */
    private List<SentNotice> pay(PaymentId payment) {
        sessions(payment).stream()
                .filter(session -> session.path("status").stringValue().equals("open"))
                .forEach(session -> STRIPE.pay(session.path("id").stringValue()));
        return STRIPE.notices()
                .stream()
                .skip(noticesBefore)
                .map(notice -> new SentNotice(notice.body(),
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

    private void everythingAcknowledgedIsThere(List<String> output) {
        output.stream()
                .filter(line -> line.startsWith("billed "))
                .forEach(line -> assertThat(makegood.payments().find(id(line))).as(line)
                        .isPresent());
        output.stream()
                .filter(line -> line.startsWith("refunded "))
                .forEach(line -> assertThat(refunds(id(line))).as(line).hasSize(1));
    }

    private List<PaymentRefund> refunds(PaymentId payment) {
        return List.copyOf(
                makegood.payments()
                        .find(payment)
                        .orElseThrow()
                        .refundsAndDisputes()
                        .refunds()
                        .values());
    }

    /** Another process takes over: the requests are repeated, and time passes. */
    private void continueDay(SellingDay.SellingDayIds ids) {
        var day = new SellingDay(makegood, new StripeNotices(SETTINGS, CLOCK), this::pay, CLOCK,
                ids, line -> {});
        for (int round = 0; round < ROUNDS_MAX && !(round > 1 && isOver(ids)); round++) {
            CLOCK.advance(Duration.ofMinutes(20));
            day.sell();
        }
    }

    private boolean isOver(SellingDay.SellingDayIds ids) {
        return ids.payments()
                .stream()
                .flatMap(id -> refunds(id).stream())
                .filter(refund -> refund.status() == PaymentRefund.RefundStatus.SUCCEEDED)
                .count() == 2;
    }

    private void ourBooksAreRight(SellingDay.SellingDayIds ids) {
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

    /** One session for each payment, paid; half of the pack and all of what failed refunded, once. */
    private void stripesBooksAreRight(SellingDay.SellingDayIds ids) {
        ids.payments()
                .forEach(id -> assertThat(sessions(id)).singleElement()
                        .satisfies(session -> assertThat(
                                session.path("payment_status").stringValue()).isEqualTo("paid")));
        assertThat(refundedThere(ids.pack())).containsExactly(SellingDay.HALF.minorUnits());
        assertThat(refundedThere(ids.failingPaid())).containsExactly(SellingDay.PRICE.minorUnits());
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
        assertThat(makegood.audit().checkAll(found::add).payments()).isPositive();
        return found;
    }
}
