package dev.makegood.cli.command;

import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.server.Installation;
import java.util.Optional;
import java.util.function.Function;

/** Finds customers for a command, and names them for people. */
public record CustomerLookup(Installation installation) {

    /** Runs the work for this customer, or says that there is none. */
    public CommandResult withCustomer(
            CustomerArgument customerArgument, Function<CustomerId, CommandResult> work) {
        return find(customerArgument).map(work)
                .orElseGet(
                        () -> CommandResult.notFound("there is no customer " + customerArgument));
    }

    /** As {@link #withCustomer}; an identity that nobody has yet becomes a customer's, if he may be new. */
    public CommandResult withCustomerForGrant(
            CustomerArgument customerArgument, boolean mayBeNew,
            Function<CustomerId, CommandResult> work) {
        return find(customerArgument)
                .or(() -> mayBeNew ? create(customerArgument) : Optional.empty())
                .map(work)
                .orElseGet(() -> CommandResult.notFound("there is no customer " + customerArgument
                        + (customerArgument instanceof CustomerArgument.ByIdentity
                                ? "; to create this customer with the grant, add --new"
                                : "")));
    }

    private Optional<CustomerId> create(CustomerArgument customerArgument) {
        return customerArgument instanceof CustomerArgument.ByIdentity byIdentity
                ? Optional.of(installation.makegood()
                        .customers()
                        .findOrCreate(byIdentity.identity(),
                                new CustomerId(installation.ids().get())))
                : Optional.empty();
    }

    public Optional<CustomerId> find(CustomerArgument customerArgument) {
        return switch (customerArgument) {
            case CustomerArgument.ByIdentity byIdentity ->
                    installation.makegood().customers().find(byIdentity.identity());
            case CustomerArgument.ById byId -> Optional.of(byId.id())
                    .filter(installation.makegood().customers()::exists);
        };
    }

    public String displayName(CustomerId id) {
        return installation.makegood()
                .customers()
                .find(id)
                .map(Customer::identity)
                .map(Object::toString)
                .orElse(id.isSystemAccount() ? "the system account"
                        : id.toString());
    }
}
