package dev.makegood.cli.find;

import dev.makegood.Search.Found;
import dev.makegood.Search.FoundCustomer;
import dev.makegood.Search.FoundPayment;
import dev.makegood.Search.FoundProject;
import dev.makegood.Search.FoundTransfer;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.Table;
import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of what was found; the names of its fields are those of the HTTP API. */
record FoundLine(String kind, UUID id, String customer, CustomerId customerId,
        @Nullable String status, @Nullable String about, @Nullable Instant createdAt) {

    static FoundLine of(Found found, CustomerLookup names) {
        return switch (found) {
            case FoundCustomer(var id) -> new FoundLine("customer", id.value(),
                    names.displayName(id), id, null, null, null);
            case FoundProject(var project) -> {
                var details = project.details();
                yield new FoundLine("project", project.id().value(),
                        names.displayName(details.customer()), details.customer(),
                        project.status().label(), details.order().operation().path(),
                        details.createdAt());
            }
            case FoundPayment(var payment) -> {
                var details = payment.details();
                yield new FoundLine("payment", payment.id().value(),
                        names.displayName(details.customer()), details.customer(),
                        payment.status().label(), details.amount() + " by " + details.gateway(),
                        details.createdAt());
            }
            case FoundTransfer(var transfer) -> new FoundLine("transfer", transfer.id().value(),
                    names.displayName(transfer.customer()), transfer.customer(), null,
                    transfer.kind().label() + " of " + transfer.amount() + " credits",
                    transfer.at());
        };
    }

    JsonNode json() {
        return CliJson.object()
                .put("kind", kind)
                .put("id", id.toString())
                .put("customer", customer)
                .put("customerId", customerId.toString())
                .put("status", status)
                .put("about", about)
                .put("createdAt", createdAt == null ? null : createdAt.toString());
    }

    void addTo(Table table) {
        table.addRow(kind, id, customer, status == null ? "-" : status,
                about == null ? "-" : about, createdAt == null ? "-" : createdAt);
    }
}
