package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;

/** Where what never changes about a payment meets the columns of {@code payment}. */
final class BillRow {

    private static final String PACK = "pack";
    private static final String WORK = "work";

    private BillRow() {}

    static void put(PaymentRecord row, Bill bill) {
        row.setCustomerId(bill.customer().value());
        row.setId(bill.id().value());
        row.setGateway(bill.gateway());
        row.setAmount(bill.amount().minor());
        row.setCurrency(bill.amount().currency().getCurrencyCode());
        row.setDescription(bill.description());
        row.setSuccessUrl(bill.backTo().success());
        row.setCancelledUrl(bill.backTo().cancelled());
        row.setCreatedAt(Micros.of(bill.createdAt()));
        put(row, bill.purpose());
    }

    private static void put(PaymentRecord row, Purpose purpose) {
        switch (purpose) {
            case Purpose.Pack pack -> {
                row.setPurpose(PACK);
                row.setPack(pack.name());
                row.setPackCredits(pack.credits().amount());
                row.setPackBonus(pack.bonus().amount());
            }
            case Purpose.Work work -> {
                row.setPurpose(WORK);
                row.setWork(work.id());
            }
        }
    }

    static Bill read(PaymentRecord row) {
        return new Bill(new PaymentId(row.getId()), new CustomerId(row.getCustomerId()),
                row.getGateway(),
                Money.of(row.getAmount(), row.getCurrency()), purpose(row), row.getDescription(),
                new Bill.Return(row.getSuccessUrl(), row.getCancelledUrl()), row.getCreatedAt());
    }

    private static Purpose purpose(PaymentRecord row) {
        return switch (row.getPurpose()) {
            case PACK -> new Purpose.Pack(row.getPack(), new Credits(row.getPackCredits()),
                    new Credits(row.getPackBonus()));
            case WORK -> new Purpose.Work(row.getWork());
            default -> throw new UnknownLabel("purpose of a payment", row.getPurpose());
        };
    }
}
