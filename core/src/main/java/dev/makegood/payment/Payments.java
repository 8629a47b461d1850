package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.store.ReusedIdException;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk where payments are created, polled, updated by notices, and refunded. */
public final class Payments {

    private final PaymentContext context;
    private final CheckoutOpening checkoutOpening;
    private final NoticeHandling noticeHandling;
    private final GatewayPolling gatewayPolling;
    private final PaymentRefunding paymentRefunding;
    private final QuarantineHandling quarantineHandling;

    public Payments(
            Store<? extends PaymentUnit> store, PaymentDirectory directory,
            Collection<PaymentGateway> gateways, InstantSource clock,
            LedgerSettings ledgerSettings) {
        this.context = PaymentContext.of(store, directory, gateways, clock, ledgerSettings);
        var effects = new PaymentEffects(context);
        this.checkoutOpening = new CheckoutOpening(context, effects);
        this.noticeHandling = new NoticeHandling(context, effects);
        this.gatewayPolling = new GatewayPolling(context, checkoutOpening, noticeHandling);
        this.paymentRefunding = new PaymentRefunding(context, effects, gatewayPolling);
        this.quarantineHandling = new QuarantineHandling(context, effects);
    }

    /**
     * Creates a payment and opens its checkout; the same details again are the same payment.
     *
     * @return the payment, {@link Payment.Open} with its link as a rule; {@link Payment.Billed}
     *         when the gateway gave no definite answer yet, {@link Payment.Failed} when it declined
     * @throws ReusedIdException if the id was used before for another payment: a bug in the
     *         caller
     */
    public Payment create(PaymentDetails details) {
        return checkoutOpening.create(details);
    }

    /** Applies a verified notice, once. */
    public NoticeAnswer accept(NoticeReader.Verified notice) {
        return noticeHandling.accept(notice);
    }

    /** Records for an operator that a notice had an invalid signature. */
    public void recordInvalidSignature(String gateway, String why) {
        noticeHandling.recordInvalidSignature(gateway, why);
    }

    public Optional<Payment> find(PaymentId payment) {
        return context.directory().find(payment);
    }

    /** Polls the gateway now; answers the payment as it is then. */
    public Optional<Payment> refresh(PaymentId payment) {
        return gatewayPolling.refresh(payment);
    }

    /**
     * Polls the gateway now, as {@link #refresh}, and says so when it gave no definite answer;
     * empty if there is no payment of this id.
     */
    public Optional<PolledPayment> poll(PaymentId payment) {
        return gatewayPolling.poll(payment);
    }

    /**
     * Polls the gateway by one of a payment's references there, also when the payment had ended
     * here; empty if it is not one of this payment.
     */
    public Optional<PolledPayment> poll(PaymentId payment, GatewayRef ref) {
        return gatewayPolling.poll(payment, ref);
    }

    /**
     * Expires the checkout, so that it cannot be paid any more; answers the payment as it is then,
     * perhaps paid.
     */
    public Optional<Payment> expire(PaymentId payment) {
        return gatewayPolling.expire(payment);
    }

    /** Refunds a payment for an operator, also one in quarantine; all that is left if {@code amount} is null. */
    public PaymentRefundAnswer refund(
            String key, PaymentId payment, @Nullable Money amount, Cause cause) {
        return paymentRefunding.refund(key, payment, amount, cause);
    }

    /**
     * Accepts a payment in quarantine as it was paid: its effect is that of the amount paid, for a
     * pack the share of its credits, rounded down; once.
     */
    public PaymentAcceptance accept(PaymentId payment, Cause cause) {
        return quarantineHandling.accept(payment, cause);
    }

    /**
     * Refunds all that is left, because what was paid for did not happen; once, however often it is
     * called.
     */
    public PaymentRefundAnswer refundRemaining(PaymentId payment, Cause cause) {
        return refund(TransferId.of("full_payment_refund", payment.value()).toString(), payment,
                null, cause);
    }

    /** Carries out a {@link PaymentTasks#POLL}. */
    public void pollPayment(Task task) {
        gatewayPolling.carryOut(task);
    }

    /** Carries out a {@link PaymentTasks#REFUND}. */
    public void requestRefunds(Task task) {
        paymentRefunding.carryOut(task);
    }
}
