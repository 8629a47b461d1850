package dev.makegood.payment;

import java.util.List;

/** What came of polling a gateway about a payment. */
public sealed interface PolledPayment {

    /** The payment as it is now. */
    Payment payment();

    /**
     * What the gateway answered is written.
     *
     * @param isSubmitted whether the customer has done his part at an open checkout, and his bank
     *        is working on it
     */
    record PollAnswered(Payment payment, boolean isSubmitted) implements PolledPayment {

        PollAnswered(Payment payment) {
            this(payment, false);
        }

        static PollAnswered of(Payment payment, List<GatewayReport> reports) {
            return new PollAnswered(payment, payment instanceof Payment.Open
                    && reports.stream().anyMatch(GatewayReport.PaymentSubmitted.class::isInstance));
        }
    }

    /** The gateway did not answer definitely; why, without secrets. */
    record PollUnanswered(Payment payment, String why) implements PolledPayment {}
}
