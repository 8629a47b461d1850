package dev.makegood.http.response.view;

import dev.makegood.Search.Found;
import dev.makegood.Search.FoundCustomer;
import dev.makegood.Search.FoundPayment;
import dev.makegood.Search.FoundProject;
import dev.makegood.Search.FoundTransfer;
import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of something that was found.
 *
 * @param kind customer, project, payment or transfer
 * @param status of a project or payment
 * @param about what was ordered, paid or moved
 */
public record FoundView(String kind, UUID id, String customer, UUID customerId,
        @Nullable String status, @Nullable String about, @Nullable Instant createdAt) {

    public static FoundView of(Found found, Function<CustomerId, String> nameOf) {
        return switch (found) {
            case FoundCustomer(var id) -> new FoundView("customer", id.value(),
                    nameOf.apply(id), id.value(), null, null, null);
            case FoundProject(var project) -> {
                var details = project.details();
                yield new FoundView("project", project.id().value(),
                        nameOf.apply(details.customer()), details.customer().value(),
                        project.status().label(), details.order().operation().path(),
                        details.createdAt());
            }
            case FoundPayment(var payment) -> {
                var details = payment.details();
                yield new FoundView("payment", payment.id().value(),
                        nameOf.apply(details.customer()), details.customer().value(),
                        payment.status().label(), details.amount() + " by " + details.gateway(),
                        details.createdAt());
            }
            case FoundTransfer(var transfer) -> new FoundView("transfer", transfer.id().value(),
                    nameOf.apply(transfer.customer()), transfer.customer().value(), null,
                    transfer.kind().label() + " of " + transfer.amount() + " credits",
                    transfer.at());
        };
    }
}
