package dev.makegood.http.routes.shared;

import dev.makegood.Customers;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The customer of a request: a product's request creates a new one, an operator's does not. */
public final class RequestCustomers {

    private final Customers customers;
    private final Supplier<UUID> ids;

    public RequestCustomers(Customers customers, Supplier<UUID> ids) {
        this.customers = customers;
        this.ids = ids;
    }

    /** For a request that is about to succeed: creates the customer if he is new. */
    public CustomerId findOrCreate(ServerRequest request) {
        return request.caller().hasRole(Role.APP)
                ? customers.findOrCreate(request.customerIdentity(), newId())
                : require(request.customerIdentity());
    }

    public Optional<CustomerId> find(ServerRequest request) {
        return customers.find(request.customerIdentity());
    }

    /** Throws {@link ProblemException} if there is no such customer. */
    public CustomerId require(Identity identity) {
        return customers.find(identity)
                .orElseThrow(() -> new ProblemException(Problems.notFound("customer")));
    }

    /** The identity of a customer; his id if he has none, as customers of a host application may. */
    public String nameOf(CustomerId customer) {
        return customers.find(customer)
                .map(known -> known.identity().toString())
                .orElseGet(customer::toString);
    }

    public CustomerId newId() {
        return new CustomerId(ids.get());
    }
}
