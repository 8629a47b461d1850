package dev.makegood.persistence;

import dev.makegood.access.Request;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.schema.tables.records.RequestRecord;
import org.jspecify.annotations.Nullable;

/** Where a request meets the columns of {@code request}. */
final class RequestRow {

    private RequestRow() {}

    static RequestRecord of(CustomerId customer, Request request) {
        var row = new RequestRecord();
        row.setCustomerId(customer.value());
        row.setRoute(request.route());
        row.setIdempotencyKey(request.key());
        row.setBodyHash(request.bodyHash().hex());
        row.setMakes(request.makes());
        row.setStartedAt(Micros.of(request.startedAt()));
        if (request.answer() != null) {
            row.setAnswerStatus((short) request.answer().status());
            row.setAnswerBody(request.answer().body());
        }
        row.touched(true);
        return row;
    }

    static Request read(RequestRecord row) {
        return new Request(row.getRoute(), row.getIdempotencyKey(),
                new SecretHash(row.getBodyHash()), row.getMakes(), row.getStartedAt(),
                answer(row));
    }

    private static Request.@Nullable Answer answer(RequestRecord row) {
        return row.getAnswerStatus() == null ? null
                : new Request.Answer(row.getAnswerStatus(), row.getAnswerBody());
    }
}
