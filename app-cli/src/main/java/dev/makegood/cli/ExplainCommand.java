package dev.makegood.cli;

import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code makegood explain ID}: why a balance, a project, a payment or a line of the ledger is what it is. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Why a balance, a project, a payment or a line is what it is.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final House house;

    @Parameters(paramLabel = "ID",
            description = "A customer such as app/user-42, a project, a payment, or a transfer.")
    private Who id = Who.NOBODY;

    ExplainCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        return house.answer(in -> switch (id) {
            case Who.Called called -> customer(in, called);
            case Who.Known known -> anything(in, known);
        });
    }

    /** An id may be anybody's: first a project's, then a payment's, a transfer's, a customer's. */
    private static Reply anything(Installation in, Who.Known known) {
        UUID value = known.id().value();
        return in.makegood()
                .projects()
                .find(new ProjectId(value))
                .map(project -> new ExplainedProject(in, project).reply())
                .or(() -> in.makegood()
                        .payments()
                        .find(new PaymentId(value))
                        .map(payment -> new ExplainedPayment(in, payment).reply()))
                .or(() -> in.storage()
                        .statements()
                        .transfer(new TransferId(value))
                        .map(transfer -> new ExplainedTransfer(in, transfer).reply()))
                .or(() -> new Customers(in).find(known)
                        .map(customer -> ExplainedCustomer.of(in, customer).reply()))
                .orElseGet(() -> Reply.notFound("there is nothing of the id " + value));
    }

    private static Reply customer(Installation in, Who who) {
        return new Customers(in).with(who, id -> ExplainedCustomer.of(in, id).reply());
    }
}
