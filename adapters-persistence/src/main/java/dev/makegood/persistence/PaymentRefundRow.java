package dev.makegood.persistence;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.persistence.schema.tables.records.PaymentRefundRecord;
import dev.makegood.store.Microseconds;
import dev.makegood.unit.Change;
import dev.makegood.unit.Versioned;
import java.util.stream.Stream;

/** Where a refund's place in the history meets the columns of {@code payment_refund}. */
final class PaymentRefundRow {

    private PaymentRefundRow() {}

    /** Those that a change brings. */
    static Stream<PaymentRefundRecord> added(Change<Versioned<Payment>> change) {
        var payment = change.written().value();
        var before = change.isAdded() ? null : change.replaced().value();
        return payment.newRefunds(before).stream().map(refund -> of(payment, refund));
    }

    private static PaymentRefundRecord of(Payment payment, PaymentRefund refund) {
        var row = new PaymentRefundRecord();
        row.setCustomerId(payment.details().customer().value());
        row.setId(refund.globalId(payment.id()));
        row.setPaymentId(payment.id().value());
        row.setRefundKey(refund.key());
        row.setRefundedAt(Microseconds.floor(refund.requestedAt()));
        return row;
    }
}
