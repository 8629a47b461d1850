package dev.makegood.unit.table;

import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;

/** API keys, and requests with idempotency keys. */
public final class AccessTables {

    public static final TableSchema API_KEY = TableSchema.named("api_key", Changes.UPDATES)
            .unique("api_key_pk", "id")
            .check("role_is_known",
                    row -> row.is("role", "app", "pipeline", "worker", "operator"));

    public static final TableSchema IDEMPOTENT_REQUEST = TableSchema
            .named("idempotent_request", Changes.UPDATES_AND_DELETES)
            .unique("idempotent_request_pk", "customer_id", "idempotency_key", "route")
            .check("a_response_is_whole",
                    row -> row.nulls("response_status", "response_body") % 2 == 0)
            .references("idempotent_request_has_a_customer", "customer", "customer_id");

    static final List<TableSchema> ALL = List.of(API_KEY, IDEMPOTENT_REQUEST);

    private AccessTables() {}

    public static Row apiKey(ApiKey key) {
        return Row.empty()
                .set("id", key.id())
                .set("role", key.role().label())
                .set("label", key.label())
                .set("created_at", key.createdAt())
                .set("revoked_at", key.revokedAt());
    }

    public static Row idempotentRequest(CustomerId customer, IdempotentRequest request) {
        var row = Row.empty()
                .set("customer_id", customer.value())
                .set("route", request.route())
                .set("idempotency_key", request.key())
                .set("resource_id", request.resourceId())
                .set("started_at", request.startedAt());
        var response = request.response();
        return response == null ? row
                : row.set("response_status", (long) response.status())
                        .set("response_body", response.body());
    }
}
