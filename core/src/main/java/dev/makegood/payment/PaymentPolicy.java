package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.Payment.Billed;
import dev.makegood.payment.Payment.Cancelled;
import dev.makegood.payment.Payment.Failed;
import dev.makegood.payment.Payment.Open;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.Payment.Payable;
import dev.makegood.payment.Payment.Quarantined;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.Payment.Unsettled;
import dev.makegood.payment.Payment.WaitingForCapture;
import dev.makegood.payment.PaymentReaction.GatewayReportRefused;
import dev.makegood.payment.PaymentReaction.PaymentAlreadyThere;
import dev.makegood.payment.PaymentReaction.PaymentTransition;

/** What a gateway's report means for a payment in each of its states: one table, one row a line. */
final class PaymentPolicy {

    private PaymentPolicy() {}

    /**
     * The references tell whether a report is about the payment we know at the gateway, or about
     * another.
     */
    static PaymentReaction react(Payment payment, GatewayReport report, GatewayRefs refs) {
        return switch (new Pair(payment, report)) {
            case Pair(Quarantined p, GatewayReport r) when isPaidAgain(p.paid(), p, r, refs) ->
                    refusePaidAgain(p, refs);
            case Pair(Succeeded p, GatewayReport r) when isPaidAgain(p.paid(), p, r, refs) ->
                    refusePaidAgain(p, refs);

            case Pair(Payable p, PaymentReceived r) when isAmountDue(p, r) ->
                    new PaymentTransition(p.succeed(r.paid()));
            case Pair(Payable p, PaymentReceived r) ->
                    new PaymentTransition(
                            p.quarantine(r.paid(), "the amount paid is not the amount billed"));
            case Pair(Quarantined p, PaymentReceived r) -> new PaymentAlreadyThere(p);
            case Pair(Succeeded p, PaymentReceived r) -> new PaymentAlreadyThere(p);

            // It is opened first, and captured then.
            case Pair(Billed p, PaymentAuthorised r) -> new PaymentAlreadyThere(p);
            case Pair(Open p, PaymentAuthorised r) -> new PaymentTransition(p.awaitCapture(r.at()));
            case Pair(WaitingForCapture p, PaymentAuthorised r) -> new PaymentAlreadyThere(p);
            case Pair(Quarantined p, PaymentAuthorised r) -> new PaymentAlreadyThere(p);
            case Pair(Succeeded p, PaymentAuthorised r) -> new PaymentAlreadyThere(p);
            case Pair(Failed p, PaymentAuthorised r) ->
                    new GatewayReportRefused(p, "the payment has failed");
            case Pair(Cancelled p, PaymentAuthorised r) ->
                    new GatewayReportRefused(p, "the payment was cancelled");

            case Pair(Unsettled p, PaymentDeclined r) ->
                    new PaymentTransition(p.fail(r.why(), r.at()));
            case Pair(Quarantined p, PaymentDeclined r) ->
                    new GatewayReportRefused(p, "the payment was paid");
            case Pair(Succeeded p, PaymentDeclined r) ->
                    new GatewayReportRefused(p, "the payment was paid");
            case Pair(Failed p, PaymentDeclined r) -> new PaymentAlreadyThere(p);
            case Pair(Cancelled p, PaymentDeclined r) -> new PaymentAlreadyThere(p);

            case Pair(Unsettled p, PaymentCancelled r) ->
                    new PaymentTransition(p.cancel(r.why(), r.at()));
            case Pair(Quarantined p, PaymentCancelled r) ->
                    new GatewayReportRefused(p, "the payment was paid");
            case Pair(Succeeded p, PaymentCancelled r) ->
                    new GatewayReportRefused(p, "the payment was paid");
            case Pair(Failed p, PaymentCancelled r) -> new PaymentAlreadyThere(p);
            case Pair(Cancelled p, PaymentCancelled r) -> new PaymentAlreadyThere(p);

            case Pair(Payment p, NotPaidYet r) -> new PaymentAlreadyThere(p);
            case Pair(Payment p, PaymentSubmitted r) -> new PaymentAlreadyThere(p);
            case Pair(Payment p, UnreadableReport r) -> new GatewayReportRefused(p, r.why());
            case Pair(Payment p, RefundUpdated r) when isOtherCurrency(p, r.refund().amount()) ->
                    refuseOtherCurrency(p);
            case Pair(Payment p, RefundUpdated r) ->
                    update(p, p.refundsAndDisputes().with(r.refund()));
            case Pair(Payment p, DisputeUpdated r) when isOtherCurrency(p, r.dispute().amount()) ->
                    refuseOtherCurrency(p);
            case Pair(Payment p, DisputeUpdated r) ->
                    update(p, p.refundsAndDisputes().with(r.dispute()));
        };
    }

    private static boolean isPaidAgain(
            PaidMoney paid, Payment payment, GatewayReport report, GatewayRefs refs) {
        return concernsMoney(report) && refs.nameAnotherPayment(paid, payment.details());
    }

    private static boolean concernsMoney(GatewayReport report) {
        return switch (report) {
            case PaymentReceived r -> true;
            case RefundUpdated r -> true;
            case DisputeUpdated r -> true;
            case NotPaidYet r -> false;
            case PaymentSubmitted r -> false;
            case PaymentAuthorised r -> false;
            case PaymentDeclined r -> false;
            case PaymentCancelled r -> false;
            case UnreadableReport r -> false;
        };
    }

    private static GatewayReportRefused refusePaidAgain(Payment payment, GatewayRefs refs) {
        return new GatewayReportRefused(payment, "the payment was paid a second time, as " + refs);
    }

    private static boolean isAmountDue(Payment payment, PaymentReceived report) {
        return report.paid().amount().equals(payment.details().amount());
    }

    private static boolean isOtherCurrency(Payment payment, Money amount) {
        return !amount.currency().equals(payment.refundBase().currency());
    }

    private static GatewayReportRefused refuseOtherCurrency(Payment payment) {
        return new GatewayReportRefused(payment,
                "the report is in another currency than the payment");
    }

    private static PaymentReaction update(Payment payment, RefundsAndDisputes refundsAndDisputes) {
        return refundsAndDisputes.equals(payment.refundsAndDisputes())
                ? new PaymentAlreadyThere(payment)
                : new PaymentTransition(payment.with(refundsAndDisputes));
    }

    private record Pair(Payment payment, GatewayReport report) {}
}
