package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.PaymentAcceptance.NoRoomForCredits;
import dev.makegood.payment.PaymentAcceptance.NotInQuarantine;
import dev.makegood.payment.PaymentAcceptance.PaidInOtherCurrency;
import dev.makegood.payment.PaymentAcceptance.PaymentAccepted;

/** Carries out what an operator decides about a payment in quarantine. */
record QuarantineHandling(PaymentContext context, PaymentEffects effects) {

    PaymentAcceptance accept(PaymentId id, Cause cause) {
        return context.<PaymentAcceptance>withPayment(id, (unit, payment) -> switch (payment) {
            case Quarantined p when isOtherCurrency(p) -> new PaidInOtherCurrency(p);
            case Quarantined p when !effects.fits(unit, p.accept(context.now(unit))) ->
                    new NoRoomForCredits(p, context.ledgerRules(unit).room());
            case Quarantined p -> new PaymentAccepted(effects.accept(unit, p, cause), true);
            case Succeeded p when p.isPaidOtherwise() -> new PaymentAccepted(p, false);
            default -> new NotInQuarantine(payment);
        }).orElseGet(PaymentAcceptance.NoPaymentToAccept::new);
    }

    private static boolean isOtherCurrency(Quarantined payment) {
        return !payment.paid()
                .amount()
                .currency()
                .equals(payment.details().amount().currency());
    }
}
