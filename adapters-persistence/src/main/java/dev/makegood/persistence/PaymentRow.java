package dev.makegood.persistence;

import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import dev.makegood.store.Microseconds;
import org.jooq.JSON;

/**
 * Where the state of a payment meets the columns of {@code payment}.
 *
 * <p>Every row begins empty and is written whole, so that no column of a former state stays behind.
 */
final class PaymentRow {

    private static final String BILLED = "billed";
    private static final String OPEN = "open";
    private static final String WAITING_FOR_CAPTURE = "waiting_for_capture";
    private static final String QUARANTINED = "quarantined";
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";
    private static final String CANCELLED = "cancelled";

    private PaymentRow() {}

    static PaymentRecord of(Payment payment, long version) {
        var row = new PaymentRecord();
        row.setVersion(version);
        row.setStatus(payment.status().label());
        row.setUpdatedAt(Microseconds.floor(payment.updatedAt()));
        PaymentDetailsRow.put(row, payment.details());
        RefundsAndDisputesRow.put(row, payment.refundsAndDisputes());
        put(row, payment);
        row.touched(true);
        return row;
    }

    private static void put(PaymentRecord row, Payment payment) {
        switch (payment) {
            case Payment.Billed p -> row.setState(BILLED);
            case Payment.Open p -> put(row, OPEN, p.checkout());
            case Payment.WaitingForCapture p -> put(row, WAITING_FOR_CAPTURE, p.checkout());
            case Payment.Quarantined p -> {
                put(row, QUARANTINED, p.paid());
                row.setReason(p.why());
            }
            case Payment.Succeeded p -> put(row, SUCCEEDED, p.paid());
            case Payment.Failed p -> {
                row.setState(FAILED);
                row.setReason(p.why());
            }
            case Payment.Cancelled p -> {
                row.setState(CANCELLED);
                row.setReason(p.why());
            }
        }
    }

    private static void put(PaymentRecord row, String state, Checkout checkout) {
        row.setState(state);
        row.setCheckoutRef(checkout.ref().id());
        row.setCheckoutUrl(checkout.link());
    }

    private static void put(PaymentRecord row, String state, Payment.PaidMoney paid) {
        row.setState(state);
        row.setPaidRef(paid.ref().id());
        row.setPaidAmount(paid.amount().minorUnits());
        row.setPaidCurrency(paid.amount().currency().getCurrencyCode());
        row.setPaymentMethod(paid.method());
        row.setPaidAt(Microseconds.floor(paid.at()));
        row.setPaymentMethodDetails(
                paid.methodDetails() == null ? null : JSON.valueOf(paid.methodDetails()));
    }

    static Payment read(PaymentRecord row) {
        var details = PaymentDetailsRow.read(row);
        var refundsAndDisputes = RefundsAndDisputesRow.read(row);
        var at = row.getUpdatedAt();
        return switch (row.getState()) {
            case BILLED -> new Payment.Billed(details, refundsAndDisputes);
            case OPEN -> new Payment.Open(details, checkout(row), refundsAndDisputes, at);
            case WAITING_FOR_CAPTURE ->
                    new Payment.WaitingForCapture(details, checkout(row), refundsAndDisputes, at);
            case QUARANTINED ->
                    new Payment.Quarantined(details, paid(row), row.getReason(), refundsAndDisputes,
                            at);
            case SUCCEEDED -> new Payment.Succeeded(details, paid(row), refundsAndDisputes, at);
            case FAILED -> new Payment.Failed(details, row.getReason(), refundsAndDisputes, at);
            case CANCELLED ->
                    new Payment.Cancelled(details, row.getReason(), refundsAndDisputes, at);
            default -> throw new UnknownLabel("state of a payment", row.getState());
        };
    }

    private static Checkout checkout(PaymentRecord row) {
        return new Checkout(new GatewayRef(row.getGateway(), row.getCheckoutRef()),
                row.getCheckoutUrl());
    }

    private static Payment.PaidMoney paid(PaymentRecord row) {
        return new Payment.PaidMoney(new GatewayRef(row.getGateway(), row.getPaidRef()),
                Money.of(row.getPaidAmount(), row.getPaidCurrency()), row.getPaymentMethod(),
                row.getPaidAt(),
                row.getPaymentMethodDetails() == null ? null
                        : row.getPaymentMethodDetails().data());
    }
}
