package dev.makegood.persistence;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.schema.tables.records.PaymentRefundRecord;

/** Where a refund's place in the history meets the columns of {@code payment_refund}. */
final class RefundRow {

    private RefundRow() {}

    static PaymentRefundRecord of(Payment payment, PaymentRefund refund) {
        var row = new PaymentRefundRecord();
        row.setCustomerId(payment.bill().customer().value());
        row.setId(refund.idIn(payment.id()));
        row.setPaymentId(payment.id().value());
        row.setRefundKey(refund.key());
        row.setRefundedAt(Micros.of(refund.at()));
        return row;
    }
}
