package dev.makegood.payment;

import dev.makegood.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Takes payments and refunds them: Stripe, YooKassa.
 *
 * <p>Everything here is called outside any unit of work, from any thread, and may take as long as
 * its own timeouts allow. Nothing here throws for what the other side does or fails to do: that is
 * an answer. Nor for a wrong key of ours, an operator's mistake: the answer is {@link Unknown}, and
 * its reason says so.
 */
public interface PaymentGateway {

    /** The name that payments and references record, for example {@code stripe}. */
    String name();

    /**
     * Opens the checkout of a payment, at most once for a payment however often it is called.
     *
     * @return {@link Opened} when it exists, {@link Declined} when it certainly does not and never
     *         will for this payment, {@link Unknown} in every other case: it is called again with
     *         the same details
     */
    OpeningResult open(PaymentDetails details);

    /**
     * Polls a payment.
     *
     * @return {@link Polled} with everything the gateway says now, refunds and disputes among it,
     *         in any order; {@link Unknown} when the gateway gives no definite answer
     */
    PaymentPollResult poll(GatewayRef ref);

    /** Captures money that was authorised; a second time changes nothing. */
    PaymentPollResult capture(GatewayRef ref, PaymentDetails details);

    /**
     * Expires a checkout: afterwards it cannot be paid any more.
     *
     * @return what the gateway says of it afterwards, as {@link #poll}
     */
    PaymentPollResult expire(GatewayRef ref);

    /**
     * Refunds a payment, at most once for an instruction however often it is called.
     *
     * @return {@link RefundAccepted} when the gateway has accepted it, {@link Declined} when the
     *         money certainly stays, {@link Unknown} in every other case: it is called again with
     *         the same instruction
     */
    RefundResult refund(RefundInstruction instruction);

    /**
     * A refund to make.
     *
     * @param key its key here and the gateway's idempotency key; sent with the refund as metadata,
     *        so that later reports of it carry the same key
     * @param details the payment: a receipt for the refund needs it
     * @param paymentRef the gateway's reference of the payment
     */
    record RefundInstruction(String key, PaymentDetails details, GatewayRef paymentRef,
            Money amount, String reason, Instant requestedAt) {}

    /** The answer to an opening. */
    sealed interface OpeningResult permits Opened, Declined, Unknown {}

    /** The answer to a poll. */
    sealed interface PaymentPollResult permits Polled, Unknown {}

    /** The answer to a refund. */
    sealed interface RefundResult permits RefundAccepted, Declined, Unknown {}

    /** It can be paid there. */
    record Opened(Checkout checkout) implements OpeningResult {}

    /** The gateway says all this of it. */
    record Polled(List<GatewayReport> reports) implements PaymentPollResult {

        public Polled {
            reports = List.copyOf(reports);
        }
    }

    /** The gateway has accepted it, and sees it as this. */
    record RefundAccepted(PaymentRefund refund) implements RefundResult {}

    /** The gateway refused; why, without secrets. */
    record Declined(String why) implements OpeningResult, RefundResult {}

    /** The outcome is unknown; why, for the operator, without secrets. */
    record Unknown(String why) implements OpeningResult, PaymentPollResult, RefundResult {}
}
