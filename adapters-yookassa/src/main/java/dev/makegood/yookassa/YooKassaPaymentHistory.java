package dev.makegood.yookassa;

import dev.makegood.httpclient.ErrorText;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.yookassa.YooKassaListing.UnreadableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A payment and its refunds, the oldest first, as reports to the core.
 *
 * @param unreadable refunds of it that cannot be read
 */
record YooKassaPaymentHistory(YooKassaPayment payment, List<YooKassaRefund> refunds,
        List<UnreadableItem> unreadable) {

    /** The customer did not pay, or we cancelled: not a failure. */
    private static final Set<String> ABANDONED_REASONS =
            Set.of("canceled_by_merchant", "deal_expired",
                    "expired_on_capture", "expired_on_confirmation");
    private static final int OUR_ID_MAX = 64;
    private static final String UNKNOWN_REASON = "cancelled";

    /** Without its refunds. */
    static YooKassaPaymentHistory of(YooKassaPayment payment) {
        return new YooKassaPaymentHistory(payment, List.of(), List.of());
    }

    List<GatewayReport> reports(Instant now) {
        var reports = new ArrayList<GatewayReport>();
        reports.add(reportOf(now));
        var keys = new HashSet<String>();
        for (var refund : refunds) {
            reportOf(refund, keys).ifPresent(reports::add);
        }
        unreadable.forEach(it -> reports.add(new UnreadableReport("refund " + it.describe(), now)));
        return reports;
    }

    /** The status of the payment itself. */
    GatewayReport reportOf(Instant now) {
        return switch (payment.status()) {
            case PENDING -> new NotPaidYet(payment.createdAt());
            case WAITING_FOR_CAPTURE -> new PaymentAuthorised(now);
            case SUCCEEDED -> new PaymentReceived(
                    new PaidMoney(YooKassaGateway.gatewayRef(payment.id()), payment.amount(),
                            paymentMethod(), payment.paidAt(), payment.paymentMethodDetails()));
            case CANCELED -> ABANDONED_REASONS.contains(payment.cancellationReason())
                    ? new PaymentCancelled(payment.cancellationReason(), now)
                    : new PaymentDeclined(cancellationReason(), now);
        };
    }

    /** A card is called {@code card} at every gateway. */
    private String paymentMethod() {
        return switch (payment.paymentMethod()) {
            case "bank_card" -> "card";
            case "" -> "unknown";
            default -> ErrorText.truncate(payment.paymentMethod(), 50);
        };
    }

    String cancellationReason() {
        return payment.cancellationReason().isEmpty() ? UNKNOWN_REASON
                : payment.cancellationReason();
    }

    /**
     * A refund made in their cabinet is reported only when it is final: no notice would tell that it was cancelled,
     * whereas ours are polled until they are final.
     */
    private static Optional<GatewayReport> reportOf(YooKassaRefund refund, Set<String> keys) {
        var ourKey = YooKassaRefundDescription.findKey(refund.description()).filter(keys::add);
        return ourKey.isEmpty() && refund.status() == RefundStatus.PENDING
                ? Optional.empty()
                : Optional.of(new RefundUpdated(new PaymentRefund(ourKey.orElse(refund.id()),
                        refund.amount(), refund.status(), refund.createdAt())));
    }

    /** The refund that carries this key; of several the oldest, since the others are not ours. */
    static Optional<YooKassaRefund> findByKey(List<YooKassaRefund> refunds, String key) {
        return refunds.stream()
                .filter(refund -> YooKassaRefundDescription.findKey(refund.description())
                        .filter(key::equals)
                        .isPresent())
                .findFirst();
    }

    Optional<YooKassaRefund> findRefund(String id) {
        return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst();
    }

    boolean hasUnreadableRefunds() {
        return !unreadable.isEmpty();
    }

    /** Their id of it and, if it has one, ours. */
    List<GatewayRef> gatewayRefs() {
        var ref = YooKassaGateway.gatewayRef(payment.id());
        return payment.ourPaymentId().isEmpty() || payment.ourPaymentId().length() > OUR_ID_MAX
                ? List.of(ref)
                : List.of(ref, YooKassaGateway.gatewayRef(payment.ourPaymentId()));
    }
}
