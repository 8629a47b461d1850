package dev.makegood.explorer;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.simulation.CrashingStorage;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A wallet with a purchase of 40 credits, another grant, and one that is over by one server's clock and not by the
 * other's, which is an hour behind; 10 of its credits are held. The purchase's payment is refunded and disputed, credits
 * are held, spent and given back.
 */
final class WalletWorld implements SmallWorld {

    private static final Cause CAUSE = new Cause("operator:explorer", "explored");
    private static final Money PRICE = Money.of(4_000, "RUB");
    private static final Money HALF = Money.of(2_000, "RUB");
    private static final Duration APART = Duration.ofHours(1);

    static final List<Deed<WalletWorld>> DEEDS = List.of(
            new Deed<>("dispute", world -> world.dispute(DisputeStatus.OPEN)),
            new Deed<>("dispute won", world -> world.dispute(DisputeStatus.WON)),
            new Deed<>("dispute lost", world -> world.dispute(DisputeStatus.LOST)),
            new Deed<>("refund half", world -> world.refund(RefundStatus.SUCCEEDED)),
            new Deed<>("refund bounced", world -> world.refund(RefundStatus.FAILED)),
            new Deed<>("hold", world -> world.hold(30)),
            new Deed<>("hold much", world -> world.hold(55)),
            new Deed<>("release", WalletWorld::release),
            new Deed<>("capture", WalletWorld::capture),
            new Deed<>("credit refund", WalletWorld::refundCapture),
            new Deed<>("grant", WalletWorld::grant),
            new Deed<>("a day", world -> world.clock.advance(Duration.ofDays(1))),
            new Deed<>("other server", WalletWorld::switchServer));

    private final Samples samples = new Samples(1);
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore durable = new InMemoryStore();
    private final CrashingStorage storage = new CrashingStorage(durable);
    private final FakeGateway gateway = new FakeGateway(clock, durable::isInUnit);
    private final Makegood onTime = open(clock);
    private final Makegood anHourBehind = open(() -> clock.instant().minus(APART));
    private final CustomerId ada = samples.customer();
    private final Deque<TransferId> holds = new ArrayDeque<>();
    private final Deque<TransferId> captures = new ArrayDeque<>();
    private final GatewayRef paid;
    private int notices;
    private boolean isBehind;

    WalletWorld() {
        var open = (Payment.Open) onTime.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(40), Credits.NONE), "Starter",
                        new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                        clock.instant()));
        paid = open.checkout().ref();
        notice(gateway.pays(paid, PRICE));
        grantOf(Grant.of(GrantSource.PROMOTION, new Credits(20))
                .withExpiry(clock.instant().plus(Duration.ofMinutes(30))));
        grantOf(Grant.of(GrantSource.COMPENSATION, new Credits(20)));
        hold(10);
        clock.advance(Duration.ofMinutes(40));
    }

    private Makegood open(InstantSource source) {
        return Makegood.on(storage)
                .withPayments(PaymentSetup.of(List.of(gateway)))
                .withClock(source)
                .open();
    }

    private Makegood server() {
        return isBehind ? anHourBehind : onTime;
    }

    private void switchServer() {
        isBehind = !isBehind;
    }

    private void notice(GatewayReport report) {
        var unused = server().payments()
                .accept(new Verified(new GatewayRef("fake", "evt_" + notices++), List.of(paid),
                        List.of(report)));
    }

    private void dispute(DisputeStatus status) {
        notice(gateway.disputes(paid, "dp_1", PRICE, status));
    }

    private void refund(RefundStatus status) {
        notice(gateway.refundsWithoutUs(paid, "re_1", HALF, status));
    }

    private void grantOf(Grant grant) {
        var unused = server().ledger().grant(samples.transfer(), ada, grant);
    }

    private void grant() {
        grantOf(Grant.of(GrantSource.PURCHASE, new Credits(30)));
    }

    private void hold(long credits) {
        var hold = samples.transfer();
        if (server().ledger()
                .hold(hold, ada, new Credits(credits),
                        new Subject("explored", ada.value())) instanceof Posting.Posted) {
            holds.push(hold);
        }
    }

    private void release() {
        if (!holds.isEmpty()) {
            var unused = server().ledger().release(samples.transfer(), ada, holds.pop());
        }
    }

    private void capture() {
        if (!holds.isEmpty()) {
            var capture = samples.transfer();
            var unused = server().ledger().capture(capture, ada, holds.pop(), new Credits(10));
            captures.push(capture);
        }
    }

    private void refundCapture() {
        if (!captures.isEmpty()) {
            var unused = server().refunds()
                    .refundCapture(samples.transfer(), captures.pop(), new Credits(5), CAUSE);
        }
    }

    @Override
    public void crashAfter(int steps, boolean afterwards) {
        storage.crashAfter(steps, afterwards);
    }

    @Override
    public void drainAndCheck() {
        storage.neverCrash();
        clock.advance(Duration.ofHours(2));
        for (int day = 0; day < 5; day++) {
            while (onTime.taskRunner().runDue(100) > 0) {
                Thread.onSpinWait();
            }
            clock.advance(Duration.ofDays(1));
        }
        var violations = onTime.audit().violations(ada);
        if (!violations.isEmpty()) {
            throw new AssertionError("the audit found " + violations);
        }
        Conservation.check(durable, ada);
    }
}
