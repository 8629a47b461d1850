package dev.makegood.cli;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.server.Installation;
import java.util.Optional;
import java.util.function.Function;

/** Finds customers for a command, and names them for people. */
record Customers(Installation house) {

    /** Does it for this customer, or says that there is none. */
    Reply with(Who who, Function<CustomerId, Reply> work) {
        return find(who).map(work)
                .orElseGet(() -> Reply.notFound("there is no customer " + who));
    }

    Optional<CustomerId> find(Who who) {
        return switch (who) {
            case Who.Called called -> house.makegood().customers().find(called.identity());
            case Who.Known known -> Optional.of(known.id()).filter(this::exists);
        };
    }

    /** A host may manage customers by their ids alone; then only their books know them. */
    private boolean exists(CustomerId id) {
        return house.makegood().customers().find(id).isPresent()
                || house.storage().statements().wallet(id).sequence() > 0;
    }

    String nameOf(CustomerId id) {
        return house.makegood()
                .customers()
                .find(id)
                .map(Customer::identity)
                .map(Object::toString)
                .orElse(id.equals(CustomerId.HOUSE) ? "the house" : id.toString());
    }
}
