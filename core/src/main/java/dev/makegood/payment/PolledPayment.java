package dev.makegood.payment;

/** What came of polling a gateway about a payment. */
public sealed interface PolledPayment {

    /** The payment as it is now. */
    Payment payment();

    /** What the gateway answered is written. */
    record PollAnswered(Payment payment) implements PolledPayment {}

    /** The gateway did not answer definitely; why, without secrets. */
    record PollUnanswered(Payment payment, String why) implements PolledPayment {}
}
