package dev.makegood.payment;

import java.time.Instant;

/** What a gateway says of a payment, once it is believed. */
public sealed interface GatewayReport {

    Instant at();

    /** Nobody has paid yet, or the money is not certain: a session that is complete and unpaid is this. */
    record NotPaidYet(Instant at) implements GatewayReport {}

    /** The money is set aside and has to be captured. */
    record Authorised(Instant at) implements GatewayReport {}

    /** The money is ours. */
    record Received(Payment.Paid paid) implements GatewayReport {

        @Override
        public Instant at() {
            return paid.at();
        }
    }

    /** The customer's means of payment was refused, for good. */
    record Declined(String why, Instant at) implements GatewayReport {}

    /** Nobody will pay any more: cancelled, or expired. */
    record GivenUp(String why, Instant at) implements GatewayReport {}

    /** A refund is as far as this. */
    record RefundIs(PaymentRefund refund) implements GatewayReport {

        @Override
        public Instant at() {
            return refund.at();
        }
    }

    /** A dispute is as far as this. */
    record DisputeIs(Dispute dispute, Instant at) implements GatewayReport {}
}
