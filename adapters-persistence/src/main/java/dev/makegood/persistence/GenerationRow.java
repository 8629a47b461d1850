package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.persistence.schema.tables.records.GenerationRecord;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;

/** Where a request for a generation meets the columns of {@code generation}. */
final class GenerationRow {

    private GenerationRow() {}

    static GenerationRecord of(GenerationRequest request) {
        var row = new GenerationRecord();
        row.setCustomerId(request.customer().value());
        row.setId(request.id().value());
        row.setHostname(request.hostname().value());
        row.setProvider(request.provider());
        row.setPrice(request.price().minor());
        row.setCurrency(request.price().currency().getCurrencyCode());
        row.setPayment(request.payment() == null ? null : request.payment().value());
        row.setIsPaid(request.paid());
        row.setIsClosed(false);
        row.setCreatedAt(Micros.of(request.createdAt()));
        row.touched(true);
        return row;
    }

    static GenerationRequest read(GenerationRecord row) {
        return new GenerationRequest(new ProjectId(row.getId()),
                new CustomerId(row.getCustomerId()),
                new Hostname(row.getHostname()), row.getProvider(),
                Money.of(row.getPrice(), row.getCurrency()),
                row.getPayment() == null ? null : new PaymentId(row.getPayment()), row.getIsPaid(),
                row.getCreatedAt());
    }
}
