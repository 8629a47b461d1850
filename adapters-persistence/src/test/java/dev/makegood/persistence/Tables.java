package dev.makegood.persistence;

import java.util.List;
import java.util.stream.Stream;

/** Whose each table is: a new one has to be put somewhere. */
final class Tables {

    static final List<String> OF_CUSTOMERS = List.of("capture", "credit_grant", "customer",
            "event", "generation", "outbox", "payment", "payment_refund", "project", "request",
            "task", "transfer");

    static final List<String> DIRECTORIES = List.of("customer_identity", "gateway_ref", "notice",
            "payment_ref", "project_ref", "run_ref");

    static final List<String> OF_NOBODY = List.of("api_key", "calculation", "credit_pack", "lease",
            "operation", "schema_history");

    private Tables() {}

    static List<String> all() {
        return Stream.of(OF_CUSTOMERS, DIRECTORIES, OF_NOBODY).flatMap(List::stream).toList();
    }
}
