package dev.makegood.cli;

import dev.makegood.ledger.About;
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
record ExplainedProject(Installation in, Project project) {

    private static final Set<String> TOLD = Set.of("actor", "message", "reason", "run", "why");

    Reply reply() {
        var customer = project.brief().customer();
        var id = project.id().value();
        var credits = CreditsMoved.by(in, customer, About.project(id));
        var happened = Happened.to(in, customer, "project", id);
        var json = ProjectShown.json(new Customers(in), project)
                .put("price", price(project.brief().quote()))
                .put("rule", rule());
        json.set("transactions", credits.json());
        json.set("events", happened.json());
        return new Reply.Done(json, lines(credits, happened));
    }

    private List<String> lines(CreditsMoved credits, Happened happened) {
        var brief = project.brief();
        var lines = new ArrayList<String>();
        lines.add("project " + project.id() + " of " + new Customers(in).nameOf(brief.customer())
                + " is " + ProjectShown.state(project) + ", worked on by " + brief.pipeline());
        lines.add("");
        lines.add("Its price: " + price(brief.quote()));
        lines.add("Its credits:");
        lines.addAll(credits.lines());
        lines.add("What happened:");
        lines.addAll(happened.lines(TOLD));
        lines.add("The rule: " + rule());
        return lines;
    }

    /** How the price came about; it was fixed when the project was ordered. */
    private static String price(Quote quote) {
        var factors = new TreeMap<>(quote.factors())
                .entrySet()
                .stream()
                .map(factor -> " × " + factor.getValue() + " for " + factor.getKey())
                .collect(Collectors.joining());
        return quote.operation().path() + " costs " + quote.base() + factors + " = "
                + quote.credits() + " credits, fixed when it was ordered";
    }

    private String rule() {
        return switch (project) {
            case Project.AwaitingPayment p -> "nothing is sent before it is paid.";
            case Project.Pending p -> kept() + " until it ends; it waits to be sent.";
            case Project.Sent p -> "it was sent and nobody has answered yet: it is asked about "
                    + "again until somebody knows, and never guessed.";
            case Project.Processing p -> kept() + " until its pipeline reports, or is asked "
                    + "after its deadline.";
            case Project.Completed p -> "a completed project keeps what it cost, at most what "
                    + "was held; an operator may give it back.";
            case Project.Failed p -> "a failed project keeps nothing: " + back() + " ("
                    + p.why().reason().label() + ").";
        };
    }

    private String kept() {
        return switch (project.brief().funding()) {
            case Funding.ByCredits f -> "its credits are held";
            case Funding.ByMoney f -> "its money may still go back";
            case Funding.Unpaid f -> "nobody has paid";
            case Funding.Free f -> "nobody pays";
        };
    }

    private String back() {
        return switch (project.brief().funding()) {
            case Funding.ByCredits f -> "its credits went back in the same transaction";
            case Funding.ByMoney f -> "a task written in the same transaction gives its money back";
            case Funding.Unpaid f -> "nobody had paid";
            case Funding.Free f -> "it cost nothing";
        };
    }
}
