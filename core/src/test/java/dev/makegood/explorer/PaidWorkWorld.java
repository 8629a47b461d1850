package dev.makegood.explorer;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.ledger.Credits;
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
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Calculation.ProviderPrice;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Ada orders a generation that is paid with money, as often as she likes; Bob buys a pack from the same gateway, at the
 * other server. The gateway loses answers, declines, and gives one payment's reference to another.
 */
final class PaidWorkWorld extends SmallWorld {

    private static final Money PRICE = Money.of(4_000, "EUR");
    private static final Money HALF = Money.of(2_000, "EUR");

    static final List<Deed<PaidWorkWorld>> DEEDS = List.of(
            new Deed<>("run tasks", SmallWorld::runTasks),
            new Deed<>("order again", PaidWorkWorld::order),
            new Deed<>("order, given Bob's reference", PaidWorkWorld::orderWithBobsReference),
            new Deed<>("pay", world -> world.notice(world.newest(), world.pay(world.newest()))),
            new Deed<>("pay the first", world -> world.notice(world.first(),
                    world.pay(world.first()))),
            new Deed<>("pay unheard", world -> world.pay(world.newest())),
            new Deed<>("expire", world -> world.gateway.expires(world.newest())),
            new Deed<>("lose answers", world -> world.gateway.losesAnswers(true)),
            new Deed<>("decline", world -> world.gateway.refuses(true)),
            new Deed<>("succeed", world -> world.report(
                    new RunSucceeded(null, "it", null, world.now()))),
            new Deed<>("fail", world -> world.report(new RunFailed(null,
                    new Failure(FailureReason.PIPELINE_ERROR, "sorry"), world.now()))),
            new Deed<>("refund half", PaidWorkWorld::refundHalf),
            new Deed<>("refund bounced", world -> world.refund(RefundStatus.FAILED)),
            new Deed<>("refund there", world -> world.refund(RefundStatus.SUCCEEDED)),
            new Deed<>("dispute", world -> world.dispute(DisputeStatus.OPEN)),
            new Deed<>("dispute won", world -> world.dispute(DisputeStatus.WON)),
            new Deed<>("dispute lost", world -> world.dispute(DisputeStatus.LOST)),
            new Deed<>("Bob pays", PaidWorkWorld::bobPays),
            new Deed<>("Bob's notice names both", PaidWorkWorld::bobsNoticeNamesBoth),
            new Deed<>("other server", SmallWorld::switchServer));

    private final FakeGateway gateway;
    private final Makegood onTime;
    private final Makegood anHourBehind;
    private final Hostname site = new Hostname("s" + samples.id() + ".example");
    private final List<PaymentId> payments = new ArrayList<>();
    private final ProjectId project = samples.project();
    private final Payment.Open bobs;

    PaidWorkWorld(Place place) {
        super(place, Duration.ofDays(9));
        this.gateway = new FakeGateway(clock, place.inUnit());
        this.onTime = open(clock);
        this.anHourBehind = open(clockBehind());
        durable.calculations()
                .save(new Calculation(site, PRICE.currency(),
                        List.of(new ProviderPrice("gemini", PRICE, BigDecimal.ONE)),
                        clock.instant()));
        order();
        bobs = (Payment.Open) anHourBehind.payments()
                .create(new PaymentDetails(new PaymentId(samples.id()), bob, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(40), new Credits(10)), "Starter",
                        urls(), clock.instant()));
    }

    private Makegood open(InstantSource source) {
        return open(source, builder -> builder
                .withPipeline(request -> new Pipeline.Started(new RunId("run-" + request.id())))
                .withPayments(PaymentSetup.of(List.of(gateway))));
    }

    @Override
    Makegood onTime() {
        return onTime;
    }

    @Override
    Makegood anHourBehind() {
        return anHourBehind;
    }

    private static PaymentDetails.ReturnUrls urls() {
        return new PaymentDetails.ReturnUrls("https://a.example", "https://b.example");
    }

    private void order() {
        order(new PaymentId(samples.id()));
    }

    private void orderWithBobsReference() {
        var payment = new PaymentId(samples.id());
        gateway.opensWith(payment, bobs.checkout());
        order(payment);
    }

    private void order(PaymentId payment) {
        payments.add(payment);
        var unused = server().generations()
                .order(new GenerationOrder(ada, site, "gemini",
                        payments.size() == 1 ? project : samples.project(), payment, "fake",
                        urls()));
    }

    private GatewayRef first() {
        return new GatewayRef("fake", "cs_" + payments.getFirst());
    }

    /** The checkout of the newest payment that the gateway opened; not each order makes one. */
    private GatewayRef newest() {
        return payments.reversed()
                .stream()
                .flatMap(payment -> durable.paymentDirectory().find(payment).stream())
                .map(payment -> new GatewayRef("fake", "cs_" + payment.id()))
                .findFirst()
                .orElseGet(this::first);
    }

    private GatewayReport pay(GatewayRef ref) {
        return gateway.pays(ref, PRICE);
    }

    private void notice(GatewayRef ref, GatewayReport report) {
        notice(server(), List.of(ref), report);
    }

    private void notice(Makegood server, List<GatewayRef> refs, GatewayReport report) {
        var unused = server.payments()
                .accept(new Verified(new GatewayRef("fake", "evt_" + samples.id()), refs,
                        List.of(report)));
    }

    private void report(RunReport report) {
        var unused = server().projects().report(project, report);
    }

    private void refundHalf() {
        var unused = server().refunds()
                .refundPayment(samples.transfer(), payments.getFirst(), HALF, CAUSE);
    }

    private void refund(RefundStatus status) {
        notice(first(), gateway.refundsWithoutUs(first(), "re_1", HALF, status));
    }

    private void dispute(DisputeStatus status) {
        notice(first(), gateway.disputes(first(), "dp_1", PRICE, status));
    }

    private Makegood bobsServer() {
        return server() == onTime ? anHourBehind : onTime;
    }

    private void bobPays() {
        var ref = bobs.checkout().ref();
        notice(bobsServer(), List.of(ref), gateway.pays(ref, PRICE));
    }

    private void bobsNoticeNamesBoth() {
        var ref = bobs.checkout().ref();
        notice(bobsServer(), List.of(ref, first()), gateway.pays(ref, PRICE));
    }

    @Override
    void calmDown() {
        gateway.losesAnswers(false);
        gateway.refuses(false);
    }

    /** No more went back by us than was paid; and what Bob has is what he paid for. */
    @Override
    void checkEnd() {
        payments.forEach(payment -> {
            long returned = gateway.refunds()
                    .stream()
                    .filter(refund -> refund.details().id().equals(payment))
                    .mapToLong(refund -> refund.amount().minorUnits())
                    .sum();
            if (returned > PRICE.minorUnits()) {
                throw new AssertionError("refunded " + returned + " of " + payment);
            }
        });
        long credits = onTime.ledger().balance(bob).available().amount();
        boolean isPaid = durable.paymentDirectory()
                .find(bobs.id())
                .orElseThrow() instanceof Payment.Succeeded;
        if (credits != (isPaid ? 50 : 0)) {
            throw new AssertionError("Bob has " + credits + " credits, paid: " + isPaid);
        }
    }
}
