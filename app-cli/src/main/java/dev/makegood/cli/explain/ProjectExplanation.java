package dev.makegood.cli.explain;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.EventHistory;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.output.SubjectTransfers;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.ledger.Subject;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a project costs what it costs, and is what it is. */
record ProjectExplanation(Installation installation, Project project) {

    private static final Set<String> EVENT_FACTS =
            Set.of("actor", "failureReason", "message", "reason", "run");

    CommandResult result() {
        var customer = project.details().customer();
        var id = project.id().value();
        var transfers = SubjectTransfers.read(installation, customer, Subject.project(id));
        var eventHistory = EventHistory.read(installation, customer, "project", id);
        var json = ProjectOutput.json(new CustomerLookup(installation), project)
                .put("price", priceFormula(project.details().quote()))
                .put("rule", rule());
        json.set("transactions", transfers.json());
        json.set("events", eventHistory.json());
        return new CommandResult.CommandSuccess(json, lines(transfers, eventHistory));
    }

    private List<String> lines(SubjectTransfers transfers, EventHistory eventHistory) {
        var details = project.details();
        var lines = new ArrayList<String>();
        lines.add("project " + project.id() + " of "
                + new CustomerLookup(installation).displayName(details.customer())
                + " is " + ProjectOutput.stateLabel(project) + ", worked on by "
                + details.pipeline());
        lines.add("");
        lines.add("Its price: " + priceFormula(details.quote()));
        lines.add("Its credits:");
        lines.addAll(transfers.lines());
        lines.add("What happened:");
        lines.addAll(eventHistory.lines(EVENT_FACTS));
        lines.add("The rule: " + rule());
        return lines;
    }

    /** How the price came about; it was fixed when the project was ordered. */
    private static String priceFormula(Quote quote) {
        var factors = new TreeMap<>(quote.multipliers())
                .entrySet()
                .stream()
                .map(factor -> " × " + factor.getValue() + " for " + factor.getKey())
                .collect(Collectors.joining());
        return quote.operation().path() + " costs " + quote.basePrice() + factors + " = "
                + quote.credits() + " credits, fixed when it was ordered";
    }

    private String rule() {
        return switch (project) {
            case Project.AwaitingPayment p -> "nothing is sent before it is paid.";
            case Project.Pending p -> fundingText() + "; it waits to be sent.";
            case Project.Sent p -> "it was sent, and its pipeline has not answered: the pipeline "
                    + "is polled until it answers, and nothing is assumed.";
            case Project.Processing p -> fundingText() + "; its pipeline reports the end, or is "
                    + "polled after the deadline.";
            case Project.Completed p -> completedRule();
            case Project.Failed p -> "a failed project keeps nothing: " + refundText() + " ("
                    + p.failure().reason().label() + ").";
        };
    }

    private String completedRule() {
        return project.details().funding() instanceof Funding.ByMoney money
                ? "a completed project keeps its money; an operator may refund it, through payment "
                        + money.payment() + "."
                : "a completed project keeps what it cost, at most what was held; an operator may "
                        + "refund it.";
    }

    private String fundingText() {
        return switch (project.details().funding()) {
            case Funding.ByCredits f -> "its credits are held until it ends";
            case Funding.ByMoney f ->
                    "its money (payment " + f.payment() + ") is refunded if it fails";
            case Funding.Unpaid f -> "it is not paid yet";
            case Funding.Free f -> "it is free";
        };
    }

    private String refundText() {
        return switch (project.details().funding()) {
            case Funding.ByCredits f -> "its hold was released in the same transaction";
            case Funding.ByMoney f -> "a task written in the same transaction refunds its money, "
                    + "payment " + f.payment();
            case Funding.Unpaid f -> "it was never paid";
            case Funding.Free f -> "it cost nothing";
        };
    }
}
