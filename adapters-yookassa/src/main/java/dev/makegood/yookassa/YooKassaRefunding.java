package dev.makegood.yookassa;

import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentGateway.RefundResult;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.yookassa.YooKassaResult.YooKassaRefusal;
import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refunds, once for each instruction.
 *
 * <p>An instruction may be repeated when its idempotency key has long expired, so its refund is searched for first: it
 * carries the key in its description.
 */
record YooKassaRefunding(YooKassaClient client, YooKassaQueries queries,
        YooKassaRequests requests) {

    RefundResult refund(RefundInstruction instruction) {
        return findRefund(instruction, () -> createRefund(instruction));
    }

    private RefundResult findRefund(
            RefundInstruction instruction, Supplier<RefundResult> otherwise) {
        return switch (queries.listRefunds(instruction.paymentRef().id())) {
            case YooKassaLookup.LookupFound<YooKassaListing<YooKassaRefund>> found ->
                    YooKassaPaymentHistory.findByKey(found.value().items(), instruction.key())
                            .map(refund -> refundResult(instruction, refund))
                            .or(() -> findUnreadable(found.value(), instruction.key()))
                            .orElseGet(otherwise);
            case YooKassaLookup.LookupAbsent<YooKassaListing<YooKassaRefund>> absent ->
                    new Declined(absent.why());
            case YooKassaLookup.LookupUnreadable<YooKassaListing<YooKassaRefund>> unreadable ->
                    new Unknown(unreadable.why());
            case YooKassaLookup.LookupUnknown<YooKassaListing<YooKassaRefund>> unknown ->
                    new Unknown(unknown.why());
        };
    }

    /** One that cannot be read may be the one we look for: then nothing is known. */
    private static Optional<RefundResult> findUnreadable(
            YooKassaListing<YooKassaRefund> refunds, String key) {
        return refunds.unreadable()
                .stream()
                .filter(refund -> refund.mayBeRefund(key))
                .findFirst()
                .map(refund -> new Unknown(refund.describe()));
    }

    private RefundResult createRefund(RefundInstruction instruction) {
        return switch (client.post("/refunds",
                YooKassaRefundDescription.idempotenceKey(instruction),
                requests.refund(instruction))) {
            case YooKassaSuccess success -> YooKassaRefund.parse(success.body())
                    .filter(refund -> refund.paymentId().equals(instruction.paymentRef().id()))
                    .map(refund -> refundResult(instruction, refund))
                    .orElseGet(() -> new Unknown("the response is about another payment"));
            case YooKassaRefusal refusal when refusal.isIdempotencyKeyReused() ->
                    findRefund(instruction, () -> new Unknown(refusal.why()));
            case YooKassaRefusal refusal -> new Declined(refusal.why());
            case YooKassaResult.YooKassaUnknown unknown -> new Unknown(unknown.why());
        };
    }

    private static RefundResult refundResult(RefundInstruction instruction, YooKassaRefund refund) {
        return refund.status() == RefundStatus.FAILED
                ? new Declined(refund.cancellationReason().isEmpty() ? "cancelled"
                        : refund.cancellationReason())
                : new RefundAccepted(
                        new PaymentRefund(instruction.key(), refund.amount(), refund.status(),
                                refund.createdAt()));
    }
}
