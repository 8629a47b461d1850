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

    public Optional<CustomerId> find(CustomerArgument customerArgument) {
        return switch (customerArgument) {
            case CustomerArgument.ByIdentity byIdentity ->
                    installation.makegood().customers().find(byIdentity.identity());
            case CustomerArgument.ById byId -> Optional.of(byId.id()).filter(this::exists);
        };
    }

    /** A host may manage customers by their ids alone; then only the ledger knows them. */
    private boolean exists(CustomerId id) {
        return installation.makegood().customers().find(id).isPresent()
                || installation.storage().statements().wallet(id).sequence() > 0;
    }

    public String displayName(CustomerId id) {
        return installation.makegood()
                .customers()
                .find(id)
                .map(Customer::identity)
                .map(Object::toString)
                .orElse(id.equals(CustomerId.SYSTEM_ACCOUNT) ? "the system account"
                        : id.toString());
    }
}
