package dev.makegood.persistence;

import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;

/**
 * Where the state of a payment meets the columns of {@code payment}.
 *
 * <p>Every row begins empty and is written whole, so that no column of a former state stays behind.
 */
final class PaymentRow {

    private static final String BILLED = "billed";
    private static final String OPEN = "open";
    private static final String WAITING = "waiting";
    private static final String QUARANTINED = "quarantined";
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";
    private static final String CANCELLED = "cancelled";

    private PaymentRow() {}

    static PaymentRecord of(Payment payment, long version) {
        var row = new PaymentRecord();
        row.setVersion(version);
        row.setStatus(payment.status().label());
        row.setUpdatedAt(Micros.of(payment.updatedAt()));
        BillRow.put(row, payment.bill());
        AftermathRow.put(row, payment.aftermath());
        put(row, payment);
        row.touched(true);
        return row;
    }

    private static void put(PaymentRecord row, Payment payment) {
        switch (payment) {
            case Payment.Billed p -> row.setState(BILLED);
            case Payment.Open p -> put(row, OPEN, p.checkout());
            case Payment.WaitingForCapture p -> put(row, WAITING, p.checkout());
            case Payment.Quarantined p -> {
                put(row, QUARANTINED, p.paid());
                row.setWhy(p.why());
            }
            case Payment.Succeeded p -> put(row, SUCCEEDED, p.paid());
            case Payment.Failed p -> {
                row.setState(FAILED);
                row.setWhy(p.why());
            }
            case Payment.Cancelled p -> {
                row.setState(CANCELLED);
                row.setWhy(p.why());
            }
        }
    }

    private static void put(PaymentRecord row, String state, Checkout checkout) {
        row.setState(state);
        row.setCheckoutRef(checkout.ref().id());
        row.setCheckoutLink(checkout.link());
    }

    private static void put(PaymentRecord row, String state, Payment.Paid paid) {
        row.setState(state);
        row.setPaidRef(paid.ref().id());
        row.setPaidAmount(paid.amount().minor());
        row.setPaidCurrency(paid.amount().currency().getCurrencyCode());
        row.setPaidMethod(paid.method());
        row.setPaidAt(Micros.of(paid.at()));
    }

    static Payment read(PaymentRecord row) {
        var bill = BillRow.read(row);
        var aftermath = AftermathRow.read(row);
        var at = row.getUpdatedAt();
        return switch (row.getState()) {
            case BILLED -> new Payment.Billed(bill, aftermath);
            case OPEN -> new Payment.Open(bill, checkout(row), aftermath, at);
            case WAITING -> new Payment.WaitingForCapture(bill, checkout(row), aftermath, at);
            case QUARANTINED ->
                    new Payment.Quarantined(bill, paid(row), row.getWhy(), aftermath, at);
            case SUCCEEDED -> new Payment.Succeeded(bill, paid(row), aftermath, at);
            case FAILED -> new Payment.Failed(bill, row.getWhy(), aftermath, at);
            case CANCELLED -> new Payment.Cancelled(bill, row.getWhy(), aftermath, at);
            default -> throw new UnknownLabel("state of a payment", row.getState());
        };
    }

    private static Checkout checkout(PaymentRecord row) {
        return new Checkout(new GatewayRef(row.getGateway(), row.getCheckoutRef()),
                row.getCheckoutLink());
    }

    private static Payment.Paid paid(PaymentRecord row) {
        return new Payment.Paid(new GatewayRef(row.getGateway(), row.getPaidRef()),
                Money.of(row.getPaidAmount(), row.getPaidCurrency()), row.getPaidMethod(),
                row.getPaidAt());
    }
}
