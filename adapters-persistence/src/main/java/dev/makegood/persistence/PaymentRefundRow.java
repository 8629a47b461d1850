package dev.makegood.persistence;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.schema.tables.records.PaymentRefundRecord;
import dev.makegood.store.Microseconds;

/** Where a refund's place in the history meets the columns of {@code payment_refund}. */
final class PaymentRefundRow {

    private PaymentRefundRow() {}

    static PaymentRefundRecord of(Payment payment, PaymentRefund refund) {
        var row = new PaymentRefundRecord();
        row.setCustomerId(payment.details().customer().value());
        row.setId(refund.globalId(payment.id()));
        row.setPaymentId(payment.id().value());
        row.setRefundKey(refund.key());
        row.setRefundedAt(Microseconds.floor(refund.requestedAt()));
        return row;
    }
}
