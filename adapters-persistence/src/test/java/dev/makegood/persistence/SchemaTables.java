package dev.makegood.persistence;

import java.util.List;
import java.util.stream.Stream;

/** Which tables belong to customers; a new table has to be entered here. */
final class SchemaTables {

    static final List<String> OF_CUSTOMERS = List.of("capture", "credit_grant", "customer",
            "event", "generation_request", "idempotent_request", "outbox", "payment",
            "payment_refund", "project", "task", "transfer");

    static final List<String> DIRECTORIES = List.of("customer_identity", "gateway_ref", "notice",
            "payment_ref", "project_ref", "run_ref");

    static final List<String> OF_NO_CUSTOMER =
            List.of("api_key", "calculation", "credit_pack", "lease",
                    "operation", "schema_history");

    private SchemaTables() {}

    static List<String> all() {
        return Stream.of(OF_CUSTOMERS, DIRECTORIES, OF_NO_CUSTOMER).flatMap(List::stream).toList();
    }
}
