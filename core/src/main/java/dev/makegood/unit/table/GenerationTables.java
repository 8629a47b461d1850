package dev.makegood.unit.table;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;

/** Requests for generations. */
public final class GenerationTables {

    public static final TableSchema GENERATION_REQUEST = TableSchema
            .named("generation_request", Changes.UPDATES)
            .unique("generation_request_pk", "customer_id", "id")
            .uniqueWhere("generation_request_waits_once",
                    row -> row.number("price") > 0
                            && !row.isTrue("is_paid")
                            && !row.isTrue("is_closed"),
                    "customer_id", "hostname", "provider")
            .check("a_free_request_is_never_paid", row -> row.number("price") > 0
                    || (row.nulls("payment_id") == 1 && !row.isTrue("is_paid")))
            .check("a_paid_request_is_not_closed",
                    row -> !row.isTrue("is_paid") || !row.isTrue("is_closed"))
            .references("generation_request_is_a_project", "project", "customer_id", "id");

    static final List<TableSchema> ALL = List.of(GENERATION_REQUEST);

    private GenerationTables() {}

    public static Row request(GenerationRequest request, boolean isClosed) {
        return Row.empty()
                .set("customer_id", request.customer().value())
                .set("id", request.id().value())
                .set("hostname", request.hostname().value())
                .set("provider", request.provider())
                .set("price", request.price().minorUnits())
                .set("payment_id", request.payment() == null ? null : request.payment().value())
                .set("is_paid", request.isPaid())
                .set("is_closed", isClosed)
                .set("created_at", request.createdAt());
    }
}
