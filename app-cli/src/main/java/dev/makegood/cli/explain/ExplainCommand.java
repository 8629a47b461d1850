package dev.makegood.cli.explain;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code makegood explain ID}: why a balance, a project, a payment or a transfer is what it is. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Why a balance, a project, a payment or a transfer is what it is.")
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Parameters(paramLabel = "ID",
            description = "A customer such as app/user-42, a project, a payment, or a transfer.")
    private CustomerArgument id = CustomerArgument.UNSET;

    public ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.withInstallation(installation -> switch (id) {
            case CustomerArgument.ByIdentity byIdentity ->
                    explainCustomer(installation, byIdentity);
            case CustomerArgument.ById byId -> explainById(installation, byId);
        });
    }

    /** The id is looked for among projects, then payments, transfers and customers. */
    private static CommandResult explainById(
            Installation installation, CustomerArgument.ById byId) {
        UUID value = byId.id().value();
        return installation.makegood()
                .projects()
                .find(new ProjectId(value))
                .map(project -> new ProjectExplanation(installation, project).result())
                .or(() -> installation.makegood()
                        .payments()
                        .find(new PaymentId(value))
                        .map(payment -> new PaymentExplanation(installation, payment).result()))
                .or(() -> installation.storage()
                        .statements()
                        .transfer(new TransferId(value))
                        .map(transfer -> new TransferExplanation(installation, transfer).result()))
                .or(() -> new CustomerLookup(installation).find(byId)
                        .map(customer -> CustomerExplanation.of(installation, customer).result()))
                .orElseGet(() -> CommandResult.notFound(
                        "there is no project, payment, transfer or customer with the id " + value));
    }

    private static CommandResult explainCustomer(
            Installation installation, CustomerArgument customerArgument) {
        return new CustomerLookup(installation).withCustomer(customerArgument,
                id -> CustomerExplanation.of(installation, id).result());
    }
}
