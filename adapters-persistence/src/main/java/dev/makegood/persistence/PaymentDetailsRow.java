package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import dev.makegood.store.Microseconds;

/** Where what never changes about a payment meets the columns of {@code payment}. */
final class PaymentDetailsRow {

    private static final String PACK = "pack";
    private static final String PROJECT = "project";

    private PaymentDetailsRow() {}

    static void put(PaymentRecord row, PaymentDetails details) {
        row.setCustomerId(details.customer().value());
        row.setId(details.id().value());
        row.setGateway(details.gateway());
        row.setAmount(details.amount().minorUnits());
        row.setCurrency(details.amount().currency().getCurrencyCode());
        row.setDescription(details.description());
        row.setSuccessUrl(details.returnUrls().success());
        row.setCancelUrl(details.returnUrls().cancelled());
        row.setCreatedAt(Microseconds.floor(details.createdAt()));
        row.setMetadata(JsonText.of(details.metadata()));
        put(row, details.purpose());
    }

    private static void put(PaymentRecord row, Purpose purpose) {
        switch (purpose) {
            case Purpose.Pack pack -> {
                row.setPurpose(PACK);
                row.setPackName(pack.name());
                row.setPackCredits(pack.credits().amount());
                row.setPackBonus(pack.bonus().amount());
            }
            case Purpose.PaidWork paidWork -> {
                row.setPurpose(PROJECT);
                row.setProjectId(paidWork.id());
            }
        }
    }

    static PaymentDetails read(PaymentRecord row) {
        return new PaymentDetails(new PaymentId(row.getId()), new CustomerId(row.getCustomerId()),
                row.getGateway(),
                Money.of(row.getAmount(), row.getCurrency()), purpose(row), row.getDescription(),
                new PaymentDetails.ReturnUrls(row.getSuccessUrl(), row.getCancelUrl()),
                row.getCreatedAt(), JsonText.read(row.getMetadata()));
    }

    private static Purpose purpose(PaymentRecord row) {
        return switch (row.getPurpose()) {
            case PACK -> new Purpose.Pack(row.getPackName(), new Credits(row.getPackCredits()),
                    new Credits(row.getPackBonus()));
            case PROJECT -> new Purpose.PaidWork(row.getProjectId());
            default -> throw new UnknownLabel("purpose of a payment", row.getPurpose());
        };
    }
}
