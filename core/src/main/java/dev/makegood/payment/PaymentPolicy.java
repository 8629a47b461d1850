package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.Payment.Cancelled;
import dev.makegood.payment.Payment.Failed;
import dev.makegood.payment.Payment.Open;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.Payment.Unpaid;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.payment.PaymentReaction.AlreadyThere;
import dev.makegood.payment.PaymentReaction.Moved;
import dev.makegood.payment.PaymentReaction.Refused;

/** What a gateway's report means for a payment in each of its states: one table, one row a line. */
final class PaymentPolicy {

    private PaymentPolicy() {}

    /** Under which names the gateway says it decides whether it speaks of the money we know. */
    static PaymentReaction react(Payment payment, GatewayReport report, Names names) {
        return switch (new On(payment, report)) {
            case On(Quarantined p, GatewayReport r) when isPaidAgain(p.paid(), p, r, names) ->
                    paidAgain(p, names);
            case On(Succeeded p, GatewayReport r) when isPaidAgain(p.paid(), p, r, names) ->
                    paidAgain(p, names);

            case On(Unpaid p, Received r) when isBilled(p, r) -> new Moved(p.succeed(r.paid()));
            case On(Unpaid p, Received r) ->
                    new Moved(p.setAside(r.paid(), "paid otherwise than billed"));
            case On(Quarantined p, Received r) -> new AlreadyThere(p);
            case On(Succeeded p, Received r) -> new AlreadyThere(p);

            case On(Billed p, Authorised r) -> new AlreadyThere(p); // opened first, captured then
            case On(Open p, Authorised r) -> new Moved(p.wait(r.at()));
            case On(WaitingForCapture p, Authorised r) -> new AlreadyThere(p);
            case On(Quarantined p, Authorised r) -> new AlreadyThere(p);
            case On(Succeeded p, Authorised r) -> new AlreadyThere(p);
            case On(Failed p, Authorised r) -> new Refused(p, "it failed");
            case On(Cancelled p, Authorised r) -> new Refused(p, "it was cancelled");

            case On(Billed p, Declined r) -> new Moved(p.fail(r.why(), r.at()));
            case On(Open p, Declined r) -> new Moved(p.fail(r.why(), r.at()));
            case On(WaitingForCapture p, Declined r) -> new Moved(p.fail(r.why(), r.at()));
            case On(Quarantined p, Declined r) -> new Refused(p, "it was paid");
            case On(Succeeded p, Declined r) -> new Refused(p, "it was paid");
            case On(Failed p, Declined r) -> new AlreadyThere(p);
            case On(Cancelled p, Declined r) -> new AlreadyThere(p);

            case On(Billed p, GivenUp r) -> new Moved(p.cancel(r.why(), r.at()));
            case On(Open p, GivenUp r) -> new Moved(p.cancel(r.why(), r.at()));
            case On(WaitingForCapture p, GivenUp r) -> new Moved(p.cancel(r.why(), r.at()));
            case On(Quarantined p, GivenUp r) -> new Refused(p, "it was paid");
            case On(Succeeded p, GivenUp r) -> new Refused(p, "it was paid");
            case On(Failed p, GivenUp r) -> new AlreadyThere(p);
            case On(Cancelled p, GivenUp r) -> new AlreadyThere(p);

            case On(Payment p, NotPaidYet r) -> new AlreadyThere(p);
            case On(Payment p, RefundIs r) when isOtherMoney(p, r.refund().amount()) ->
                    otherMoney(p);
            case On(Payment p, RefundIs r) -> noted(p, p.aftermath().with(r.refund()));
            case On(Payment p, DisputeIs r) when isOtherMoney(p, r.dispute().amount()) ->
                    otherMoney(p);
            case On(Payment p, DisputeIs r) -> noted(p, p.aftermath().with(r.dispute()));
        };
    }

    private static boolean isPaidAgain(
            Paid paid, Payment payment, GatewayReport report, Names names) {
        return speaksOfMoney(report) && names.areOfAnother(paid, payment.bill());
    }

    private static boolean speaksOfMoney(GatewayReport report) {
        return switch (report) {
            case Received r -> true;
            case RefundIs r -> true;
            case DisputeIs r -> true;
            case NotPaidYet r -> false;
            case Authorised r -> false;
            case Declined r -> false;
            case GivenUp r -> false;
        };
    }

    private static Refused paidAgain(Payment payment, Names names) {
        return new Refused(payment, "the same bill was paid again, as " + names);
    }

    private static boolean isBilled(Payment payment, Received report) {
        return report.paid().amount().equals(payment.bill().amount());
    }

    private static boolean isOtherMoney(Payment payment, Money amount) {
        return !amount.currency().equals(payment.bill().amount().currency());
    }

    private static Refused otherMoney(Payment payment) {
        return new Refused(payment, "it speaks of another currency");
    }

    private static PaymentReaction noted(Payment payment, Aftermath aftermath) {
        return aftermath.equals(payment.aftermath())
                ? new AlreadyThere(payment)
                : new Moved(payment.with(aftermath));
    }

    private record On(Payment payment, GatewayReport report) {}
}
