package dev.makegood.http.routes.operator;

import dev.makegood.customer.CustomerId;
import dev.makegood.http.routes.shared.RequestCustomers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the lines of one page name: their customers, and who last acted; each is read once. */
final class InvolvedPeople {

    private final RequestCustomers requestCustomers;
    private final Map<UUID, String> actors;
    private final Map<CustomerId, String> names = new HashMap<>();

    InvolvedPeople(RequestCustomers requestCustomers, Map<UUID, String> actors) {
        this.requestCustomers = requestCustomers;
        this.actors = actors;
    }

    String nameOf(CustomerId customer) {
        return names.computeIfAbsent(customer, requestCustomers::nameOf);
    }

    @Nullable
    String lastActor(UUID id) {
        return actors.get(id);
    }
}
