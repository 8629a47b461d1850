package dev.makegood.payment;

import java.time.Instant;

/** What a gateway says of a payment, once that is verified. */
public sealed interface GatewayReport {

    Instant at();

    /** It is not paid yet; whether the customer has tried is not told. */
    record NotPaidYet(Instant at) implements GatewayReport {}

    /**
     * The customer has done his part and need not pay again, but the money is not certain: his bank
     * is working on it, perhaps for days. A gateway that cannot tell this says {@link NotPaidYet}.
     */
    record PaymentSubmitted(Instant at) implements GatewayReport {}

    /** The money is set aside and has to be captured. */
    record PaymentAuthorised(Instant at) implements GatewayReport {}

    /** The money is ours. */
    record PaymentReceived(Payment.PaidMoney paid) implements GatewayReport {

        @Override
        public Instant at() {
            return paid.at();
        }
    }

    /** The customer's means of payment was refused, for good. */
    record PaymentDeclined(String why, Instant at) implements GatewayReport {}

    /** It cannot be paid any more: cancelled, or expired. */
    record PaymentCancelled(String why, Instant at) implements GatewayReport {}

    /** A refund has this status. */
    record RefundUpdated(PaymentRefund refund) implements GatewayReport {

        @Override
        public Instant at() {
            return refund.requestedAt();
        }
    }

    /** A dispute has this status. */
    record DisputeUpdated(Dispute dispute, Instant at) implements GatewayReport {}

    /**
     * It says something that cannot be read, not even where the gateway shows it itself: nothing changes, and an
     * operator sees why.
     */
    record UnreadableReport(String why, Instant at) implements GatewayReport {}
}
