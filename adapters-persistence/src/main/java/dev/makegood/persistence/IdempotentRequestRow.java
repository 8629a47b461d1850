package dev.makegood.persistence;

import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.schema.tables.records.IdempotentRequestRecord;
import dev.makegood.store.Microseconds;
import dev.makegood.unit.Key;
import org.jspecify.annotations.Nullable;

/** Where a request meets the columns of {@code request}. */
final class IdempotentRequestRow {

    private IdempotentRequestRow() {}

    static IdempotentRequestRecord of(CustomerId customer, IdempotentRequest request) {
        var row = new IdempotentRequestRecord();
        row.setCustomerId(customer.value());
        row.setRoute(request.route());
        row.setIdempotencyKey(request.key());
        row.setRequestHash(request.bodyHash().hex());
        row.setResourceId(request.resourceId());
        row.setStartedAt(Microseconds.floor(request.startedAt()));
        if (request.response() != null) {
            row.setResponseStatus((short) request.response().status());
            row.setResponseBody(request.response().body());
        }
        row.touched(true);
        return row;
    }

    static IdempotentRequestRecord key(CustomerId customer, Key.OfIdempotentRequest request) {
        var row = new IdempotentRequestRecord();
        row.setCustomerId(customer.value());
        row.setRoute(request.route());
        row.setIdempotencyKey(request.key());
        return row;
    }

    static IdempotentRequest read(IdempotentRequestRecord row) {
        return new IdempotentRequest(row.getRoute(), row.getIdempotencyKey(),
                new SecretHash(row.getRequestHash()), row.getResourceId(), row.getStartedAt(),
                response(row));
    }

    private static IdempotentRequest.@Nullable StoredResponse response(
            IdempotentRequestRecord row) {
        return row.getResponseStatus() == null ? null
                : new IdempotentRequest.StoredResponse(row.getResponseStatus(),
                        row.getResponseBody());
    }
}
