package dev.makegood.payment;

/** What a report makes of a payment. */
sealed interface PaymentReaction {

    /** The payment is like this now. */
    record PaymentTransition(Payment after) implements PaymentReaction {}

    /** The payment was like this before. */
    record PaymentAlreadyThere(Payment payment) implements PaymentReaction {}

    /** The report contradicts what we know, and changes nothing. */
    record GatewayReportRefused(Payment payment, String why) implements PaymentReaction {}
}
