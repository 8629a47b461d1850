package dev.makegood.http.routes.shared;

import dev.makegood.Customers;
import dev.makegood.access.Role;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.Texts;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The customer of a request: a product's request creates a new one, an operator's does not. */
public final class RequestCustomers {

    private static final String SYSTEM_ACCOUNT = "system";

    private final Customers customers;
    private final Supplier<UUID> ids;

    public RequestCustomers(Customers customers, Supplier<UUID> ids) {
        this.customers = customers;
        this.ids = ids;
    }

    /** For a request that is about to succeed: creates the customer if he is new. */
    public CustomerId findOrCreate(ServerRequest request) {
        return request.caller().hasRole(Role.APP)
                ? findOrCreate(request.customerIdentity())
                : require(request.customerIdentity());
    }

    /** The customer of this identity, created if he is new. */
    public CustomerId findOrCreate(Identity identity) {
        return customers.findOrCreate(identity, newId());
    }

    /** Throws {@link ProblemException} if there is no such customer, and says how he may be created. */
    public CustomerId requireForGrant(Identity identity) {
        return customers.find(identity)
                .orElseThrow(() -> new ProblemException(Problems.unknownCustomer(identity)));
    }

    public Optional<CustomerId> find(ServerRequest request) {
        return customers.find(request.customerIdentity());
    }

    public Optional<Customer> find(CustomerId customer) {
        return customers.find(customer);
    }

    /** Throws {@link ProblemException} if there is no such customer; a host's may have an id alone. */
    public CustomerId requireId(CustomerId customer) {
        if (!customers.exists(customer)) {
            throw new ProblemException(Problems.notFound("customer"));
        }
        return customer;
    }

    /** Throws {@link ProblemException} if there is no such customer. */
    public CustomerId require(Identity identity) {
        return customers.find(identity)
                .orElseThrow(() -> new ProblemException(Problems.notFound("customer")));
    }

    /** The customer as an operator names him: an identity, an id, or the system account. */
    public CustomerId requireNamed(String parameter, String name) {
        if (name.equals(SYSTEM_ACCOUNT)) {
            return CustomerId.SYSTEM_ACCOUNT;
        }
        if (Texts.isUuid(name)) {
            return requireId(new CustomerId(UUID.fromString(name)));
        }
        return require(Identity.parse(name)
                .orElseThrow(() -> new ProblemException(Problems.invalidRequest(parameter,
                        "must look like app/user-42, be an id, or be " + SYSTEM_ACCOUNT))));
    }

    /** The identity of a customer; his id if he has none, as customers of a host application may. */
    public String nameOf(CustomerId customer) {
        return customers.find(customer)
                .map(known -> known.identity().toString())
                .orElseGet(() -> customer.isSystemAccount() ? SYSTEM_ACCOUNT
                        : customer.toString());
    }

    public CustomerId newId() {
        return new CustomerId(ids.get());
    }
}
