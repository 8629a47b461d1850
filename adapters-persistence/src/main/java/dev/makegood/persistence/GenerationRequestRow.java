package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.persistence.schema.tables.records.GenerationRequestRecord;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.store.Microseconds;
import dev.makegood.unit.StoredGeneration;

/** Where a request for a generation meets the columns of {@code generation_request}. */
final class GenerationRequestRow {

    private GenerationRequestRow() {}

    static GenerationRequestRecord of(StoredGeneration stored) {
        var request = stored.request();
        var row = new GenerationRequestRecord();
        row.setCustomerId(request.customer().value());
        row.setId(request.id().value());
        row.setHostname(request.hostname().value());
        row.setProvider(request.provider());
        row.setPrice(request.price().minorUnits());
        row.setCurrency(request.price().currency().getCurrencyCode());
        row.setPaymentId(request.payment() == null ? null : request.payment().value());
        row.setIsPaid(request.isPaid());
        row.setIsClosed(stored.isClosed());
        row.setCreatedAt(Microseconds.floor(request.createdAt()));
        row.touched(true);
        return row;
    }

    static GenerationRequest read(GenerationRequestRecord row) {
        return new GenerationRequest(new ProjectId(row.getId()),
                new CustomerId(row.getCustomerId()), new Hostname(row.getHostname()),
                row.getProvider(),
                Money.of(row.getPrice(), row.getCurrency()),
                row.getPaymentId() == null ? null : new PaymentId(row.getPaymentId()),
                row.getIsPaid(), row.getCreatedAt());
    }
}
