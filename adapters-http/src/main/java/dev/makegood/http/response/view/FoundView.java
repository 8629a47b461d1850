package dev.makegood.http.response.view;

import dev.makegood.Search.Found;
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
        return new FoundView(found.kind(), found.id(), nameOf.apply(found.customer()),
                found.customer().value(), found.status(), found.about(), found.createdAt());
    }
}
