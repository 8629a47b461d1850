package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentRefund.RefundStatus;

/** The answer to a payment refund, at the desk of payments and at that of refunds. */
public sealed interface PaymentRefundAnswer {

    /**
     * This amount is refunded; none, if nothing was left.
     *
     * @param status how far the gateway is with it; a refund that it declined stays
     *        {@link RefundStatus#FAILED}
     * @param changed whether it was decided just now
     */
    record PaymentRefunded(Payment payment, Money amount, RefundStatus status, boolean changed)
            implements PaymentRefundAnswer {}

    /** Nothing was paid. */
    record PaymentNotPaid(Payment payment) implements PaymentRefundAnswer {}

    /** Less than that, or another currency, is left to refund. */
    record RefundExceedsPayment(Money refundable) implements PaymentRefundAnswer {}

    /** There is no payment of this id. */
    record NoSuchPayment() implements PaymentRefundAnswer {}
}
