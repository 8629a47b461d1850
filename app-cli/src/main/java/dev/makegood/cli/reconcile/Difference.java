package dev.makegood.cli.reconcile;

import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What our books and the gateway's say differently about one payment.
 *
 * @param aspect {@code state}, {@code amount}, {@code refunded} or {@code duplicates}
 */
record Difference(Payment ourPayment, GatewayEntry theirEntry, String aspect, String ourValue,
        String theirValue) {

    /** How far a payment is, in stages that both sides have. */
    private enum MoneyStage {
        UNPAID,
        PAID,
        ENDED
    }

    /** Compares a payment with everything that the gateway has under its references: as a rule one entry. */
    static List<Difference> between(Payment ours, List<GatewayEntry> theirs) {
        var paid = theirs.stream().filter(it -> it.report() instanceof PaymentReceived).toList();
        var primary = paid.stream()
                .filter(it -> isPaidUnderKnownRef(ours, it))
                .findFirst()
                .orElse(paid.isEmpty() ? theirs.getFirst() : paid.getFirst());
        var duplicates =
                paid.stream().filter(it -> !it.equals(primary) && !isFullyRefunded(it)).toList();
        return ours instanceof Payment.Quarantined && isFullyRefunded(primary) ? List.of()
                : Stream.of(stateDifference(ours, primary), amountDifference(ours, primary),
                        refundDifference(ours, primary),
                        duplicateDifference(ours, duplicates)).flatMap(Optional::stream).toList();
    }

    private static boolean isPaidUnderKnownRef(Payment ours, GatewayEntry theirs) {
        return ours instanceof Payment.Succeeded paid
                && theirs.refs().contains(paid.paid().ref());
    }

    /** An operator has decided about it. */
    private static boolean isFullyRefunded(GatewayEntry theirs) {
        return theirs.report() instanceof PaymentReceived paymentReceived
                && theirs.refunded().equals(paymentReceived.paid().amount());
    }

    private static Optional<Difference> stateDifference(Payment ours, GatewayEntry theirs) {
        return stage(ours) == stage(theirs.report()) ? Optional.empty()
                : Optional.of(new Difference(ours, theirs, "state", PaymentOutput.stateLabel(ours),
                        describe(theirs.report())));
    }

    private static Optional<Difference> amountDifference(Payment ours, GatewayEntry theirs) {
        var billed = ours.details().amount();
        return theirs.report() instanceof PaymentReceived paymentReceived
                && !paymentReceived.paid().amount().equals(billed)
                        ? Optional.of(new Difference(ours, theirs, "amount", billed.toString(),
                                paymentReceived.paid().amount().toString()))
                        : Optional.empty();
    }

    /** The gateway may count a pending refund or not; it has every succeeded one, and none we did not request. */
    private static Optional<Difference> refundDifference(Payment ours, GatewayEntry theirs) {
        var certain =
                sumRefunds(ours, theirs.refunded(), it -> it.status() == RefundStatus.SUCCEEDED);
        var all = sumRefunds(ours, theirs.refunded(), it -> it.status() != RefundStatus.FAILED);
        boolean agrees = !certain.isMoreThan(theirs.refunded())
                && !theirs.refunded().isMoreThan(all);
        return agrees ? Optional.empty()
                : Optional.of(new Difference(ours, theirs, "refunded", all.toString(),
                        theirs.refunded().toString()));
    }

    private static Money sumRefunds(
            Payment ours, Money theirs, Predicate<PaymentRefund> isCounted) {
        return ours.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(isCounted)
                .map(PaymentRefund::amount)
                .filter(amount -> amount.currency().equals(theirs.currency()))
                .reduce(theirs.none(), Money::plus);
    }

    private static Optional<Difference> duplicateDifference(
            Payment ours, List<GatewayEntry> duplicates) {
        return duplicates.isEmpty() ? Optional.empty()
                : Optional.of(new Difference(ours, duplicates.getFirst(), "duplicates", "paid once",
                        "paid " + (duplicates.size() + 1) + " times"));
    }

    private static MoneyStage stage(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> MoneyStage.UNPAID;
            case Payment.Open p -> MoneyStage.UNPAID;
            case Payment.WaitingForCapture p -> MoneyStage.UNPAID;
            case Payment.Quarantined p -> MoneyStage.PAID;
            case Payment.Succeeded p -> MoneyStage.PAID;
            case Payment.Failed p -> MoneyStage.ENDED;
            case Payment.Cancelled p -> MoneyStage.ENDED;
        };
    }

    private static MoneyStage stage(GatewayReport report) {
        return switch (report) {
            case GatewayReport.NotPaidYet r -> MoneyStage.UNPAID;
            case GatewayReport.PaymentSubmitted r -> MoneyStage.UNPAID;
            case GatewayReport.PaymentAuthorised r -> MoneyStage.UNPAID;
            case PaymentReceived r -> MoneyStage.PAID;
            case GatewayReport.PaymentDeclined r -> MoneyStage.ENDED;
            case GatewayReport.PaymentCancelled r -> MoneyStage.ENDED;
            case GatewayReport.RefundUpdated r -> MoneyStage.PAID;
            case GatewayReport.DisputeUpdated r -> MoneyStage.PAID;
            case GatewayReport.UnreadableReport r -> MoneyStage.UNPAID;
        };
    }

    /** The report of a gateway, in a few words. */
    static String describe(GatewayReport report) {
        return switch (report) {
            case GatewayReport.NotPaidYet r -> "not paid yet";
            case GatewayReport.PaymentSubmitted r -> "submitted";
            case GatewayReport.PaymentAuthorised r -> "authorised";
            case PaymentReceived r -> "paid " + r.paid().amount();
            case GatewayReport.PaymentDeclined r -> "declined: " + r.why();
            case GatewayReport.PaymentCancelled r -> "cancelled: " + r.why();
            case GatewayReport.RefundUpdated r -> "refunded";
            case GatewayReport.DisputeUpdated r -> "disputed";
            case GatewayReport.UnreadableReport r -> "unreadable: " + r.why();
        };
    }
}
