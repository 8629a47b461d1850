package dev.makegood.cli.payments;

import dev.makegood.cli.output.PaymentJson;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.event.Cause;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.PaymentAcceptance.NoPaymentToAccept;
import dev.makegood.payment.PaymentAcceptance.NoRoomForCredits;
import dev.makegood.payment.PaymentAcceptance.NotInQuarantine;
import dev.makegood.payment.PaymentAcceptance.PaidInOtherCurrency;
import dev.makegood.payment.PaymentAcceptance.PaymentAccepted;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;

/** An operator accepts a payment in quarantine as it was paid. */
record QuarantineDecision(Payments payments, PaymentId id) {

    CommandResult accept(Cause cause) {
        return switch (payments.accept(id, cause)) {
            case PaymentAccepted a -> result(a.payment(), a.changed());
            case PaidInOtherCurrency o -> otherCurrency(o.payment());
            case NoRoomForCredits n -> CommandResult.refusal("credits_exceed_wallet",
                    "the wallet has room for at most " + n.room()
                            + " more credits; refund the payment, or accept it when some are spent");
            case NotInQuarantine n -> notInQuarantine(n.payment());
            case NoPaymentToAccept n -> CommandResult.notFound("there is no payment " + id);
        };
    }

    private CommandResult result(Succeeded payment, boolean changed) {
        var paid = payment.paid().amount();
        var json = CliJson.object()
                .put("paymentId", id.toString())
                .put("status", payment.status().label())
                .put("changed", changed);
        json.set("amount", CliJson.money(payment.details().amount()));
        json.set("paid", CliJson.money(paid));
        json.set("pack", PaymentJson.packJson(payment.bought()));
        return CommandResult.success(json, "payment " + id + ": "
                + (changed ? "" : "already done: ") + "accepted " + paid + " instead of "
                + payment.details().amount() + effect(payment));
    }

    private static String effect(Succeeded payment) {
        return payment.bought() instanceof Purpose.Pack pack
                ? ", for " + pack.credits().plus(pack.bonus()) + " credits"
                : ", and the work begins";
    }

    private CommandResult otherCurrency(Quarantined payment) {
        return CommandResult.refusal("cannot_accept", "payment " + id + " was paid in another "
                + "currency than billed (" + payment.paid().amount() + "), of which there is no "
                + "share: use refund payment, or credits grant after it");
    }

    private CommandResult notInQuarantine(Payment payment) {
        return CommandResult.refusal("cannot_accept",
                "payment " + id + " is not in quarantine, it is " + payment.status().label());
    }
}
