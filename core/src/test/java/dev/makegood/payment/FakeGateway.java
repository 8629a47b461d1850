package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A gateway in memory: strict about when it is called, and its answers get lost when a test says
 * so.
 */
public final class FakeGateway implements PaymentGateway {

    private final InstantSource clock;
    private final BooleanSupplier inUnit;
    private final Map<GatewayRef, List<GatewayReport>> reports = new ConcurrentHashMap<>();
    private final Map<String, Checkout> opened = new LinkedHashMap<>();
    private final Map<String, RefundInstruction> refunds = new LinkedHashMap<>();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile Runnable beforePolls = () -> {};
    private volatile boolean losesAnswers;
    private boolean refuses;

    /** Fails a caller while {@code inUnit} says that a unit of work is open. */
    public FakeGateway(InstantSource clock, BooleanSupplier inUnit) {
        this.clock = clock;
        this.inUnit = inUnit;
    }

    @Override
    public String name() {
        return "fake";
    }

    public void losesAnswers(boolean loses) {
        losesAnswers = loses;
    }

    /** Runs before each poll is answered, on the thread that polls. */
    public void beforePolls(Runnable action) {
        beforePolls = action;
    }

    /** How often it was polled. */
    public int polls() {
        return polls.get();
    }

    public void refuses(boolean says) {
        refuses = says;
    }

    /** By a fault of its own, it opens this payment with the checkout of another. */
    public void opensWith(PaymentId payment, Checkout ofAnother) {
        opened.put(payment.toString(), ofAnother);
    }

    @Override
    public OpeningResult open(PaymentDetails details) {
        checkOutsideUnits();
        if (refuses) {
            return new PaymentGateway.Declined("no");
        }
        var checkout = opened.computeIfAbsent(details.id().toString(), this::newCheckout);
        return losesAnswers ? new Unknown("lost") : new Opened(checkout);
    }

    private Checkout newCheckout(String payment) {
        var ref = new GatewayRef("fake", "cs_" + payment);
        reports.put(ref, new CopyOnWriteArrayList<>(List.of(new NotPaidYet(clock.instant()))));
        return new Checkout(ref, "https://pay.example/" + payment + "#f%2Fragment");
    }

    @Override
    public PaymentPollResult poll(GatewayRef ref) {
        checkOutsideUnits();
        polls.incrementAndGet();
        beforePolls.run();
        return losesAnswers ? new Unknown("lost")
                : new Polled(reports.getOrDefault(ref, List.of()));
    }

    @Override
    public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
        pays(ref, details.amount());
        return poll(ref);
    }

    @Override
    public PaymentPollResult expire(GatewayRef ref) {
        checkOutsideUnits();
        if (reports.get(ref).stream().noneMatch(PaymentReceived.class::isInstance)) {
            report(ref, new PaymentCancelled("expired", clock.instant()));
        }
        return poll(ref);
    }

    @Override
    public RefundResult refund(RefundInstruction instruction) {
        checkOutsideUnits();
        if (refuses) {
            return new PaymentGateway.Declined("no");
        }
        var refund = new PaymentRefund(instruction.key(), instruction.amount(),
                PaymentRefund.RefundStatus.SUCCEEDED, clock.instant());
        if (refunds.putIfAbsent(instruction.key(), instruction) == null) {
            report(instruction.paymentRef(), new RefundUpdated(refund));
        }
        return losesAnswers ? new Unknown("lost") : new RefundAccepted(refund);
    }

    /** The customer pays this much there; answers what a notice would say. */
    public GatewayReport pays(GatewayRef ref, Money amount) {
        return report(ref,
                new PaymentReceived(new Payment.PaidMoney(ref, amount, "card", clock.instant())));
    }

    /** The customer has paid there, and his bank is working on it. */
    public GatewayReport submits(GatewayRef ref) {
        return report(ref, new PaymentSubmitted(clock.instant()));
    }

    /** The customer's money is set aside there. */
    public GatewayReport authorises(GatewayRef ref) {
        return report(ref, new PaymentAuthorised(clock.instant()));
    }

    public GatewayReport declines(GatewayRef ref) {
        return report(ref,
                new GatewayReport.PaymentDeclined("insufficient funds", clock.instant()));
    }

    public GatewayReport expires(GatewayRef ref) {
        return report(ref, new PaymentCancelled("expired", clock.instant()));
    }

    public GatewayReport disputes(
            GatewayRef ref, String key, Money amount, Dispute.DisputeStatus disputeStatus) {
        return report(ref,
                new DisputeUpdated(new Dispute(key, amount, disputeStatus), clock.instant()));
    }

    public GatewayReport refundsWithoutUs(
            GatewayRef ref, String key, Money amount, PaymentRefund.RefundStatus refundStatus) {
        return report(ref,
                new RefundUpdated(new PaymentRefund(key, amount, refundStatus, clock.instant())));
    }

    /** Every refund it carried out, once each. */
    public List<RefundInstruction> refunds() {
        return List.copyOf(refunds.values());
    }

    public int checkouts() {
        return opened.size();
    }

    private GatewayReport report(GatewayRef ref, GatewayReport report) {
        reports.computeIfAbsent(ref, unknown -> new CopyOnWriteArrayList<>()).add(report);
        return report;
    }

    private void checkOutsideUnits() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a gateway is called while a unit of work is open");
        }
    }
}
