package dev.makegood.payment;

import dev.makegood.ledger.Credits;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;

/** The answer to an operator who accepts a payment in quarantine as it was paid. */
public sealed interface PaymentAcceptance {

    /** It succeeded, with the share of the credits that was paid; {@code changed} tells whether just now. */
    record PaymentAccepted(Succeeded payment, boolean changed) implements PaymentAcceptance {}

    /** There is no share of another currency: refund it, and grant by hand. */
    record PaidInOtherCurrency(Quarantined payment) implements PaymentAcceptance {}

    /** The wallet has room for so many more credits only: the customer spends some, or it is refunded. */
    record NoRoomForCredits(Quarantined payment, Credits room) implements PaymentAcceptance {}

    /** It was not paid, or as it was billed. */
    record NotInQuarantine(Payment payment) implements PaymentAcceptance {}

    /** There is no payment of this id. */
    record NoPaymentToAccept() implements PaymentAcceptance {}
}
