package dev.makegood.explorer;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
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
final class WalletWorld extends SmallWorld {

    private static final Money PRICE = Money.of(4_000, "RUB");
    private static final Money HALF = Money.of(2_000, "RUB");

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
            new Deed<>("other server", SmallWorld::switchServer));

    private final FakeGateway gateway;
    private final Makegood onTime;
    private final Makegood anHourBehind;
    private final Deque<TransferId> holds = new ArrayDeque<>();
    private final Deque<TransferId> captures = new ArrayDeque<>();
    private final GatewayRef paid;

    WalletWorld(Place place) {
        super(place, Duration.ofDays(5));
        this.gateway = new FakeGateway(clock, place.inUnit());
        this.onTime = open(clock);
        this.anHourBehind = open(clockBehind());
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
        return open(source, builder -> builder.withPayments(PaymentSetup.of(List.of(gateway))));
    }

    @Override
    Makegood onTime() {
        return onTime;
    }

    @Override
    Makegood anHourBehind() {
        return anHourBehind;
    }

    private void notice(GatewayReport report) {
        var unused = server().payments()
                .accept(new Verified(new GatewayRef("fake", "evt_" + samples.id()), List.of(paid),
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
}
