package dev.makegood.http;

import dev.makegood.Customers;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The customer a call speaks for: a product's newcomer is welcomed, an operator's must be known. */
final class Visitors {

    private final Customers customers;
    private final Supplier<UUID> ids;

    Visitors(Customers customers, Supplier<UUID> ids) {
        this.customers = customers;
        this.ids = ids;
    }

    /** For a request that is about to succeed: whoever is new is a customer from now on. */
    CustomerId welcome(Call call) {
        return call.caller().is(Role.APP) ? customers.welcome(call.identity(), newId())
                : known(call.identity());
    }

    Optional<CustomerId> find(Call call) {
        return customers.find(call.identity());
    }

    /** Throws {@link Refused} if it is nobody's identity. */
    CustomerId known(Identity identity) {
        return customers.find(identity)
                .orElseThrow(() -> new Refused(Problems.notFound("customer")));
    }

    /** How the outside calls a customer; a host's own have only an id. */
    String nameOf(CustomerId customer) {
        return customers.find(customer)
                .map(known -> known.identity().toString())
                .orElseGet(customer::toString);
    }

    CustomerId newId() {
        return new CustomerId(ids.get());
    }
}
