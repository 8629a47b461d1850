package dev.makegood.cli;

import dev.makegood.event.Recorded;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Transfer;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Project;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a project costs what it costs, and is what it is. */
record ExplainedProject(Installation in, Project project) {

    private static final int PAGE = 100;
    private static final Set<String> TOLD = Set.of("actor", "message", "reason", "run", "why");

    Reply reply() {
        var transfers = in.storage()
                .statements()
                .about(project.brief().customer(), About.project(project.id().value()));
        var events = events();
        var json = ProjectShown.json(new Customers(in), project)
                .put("price", price(project.brief().quote()))
                .put("rule", rule());
        json.set("transactions", Json.array(transfers, transfer -> Json.object()
                .put("transferId", transfer.id().toString())
                .put("sequence", transfer.sequence())
                .put("kind", transfer.kind().label())
                .put("amount", transfer.amount().amount())
                .put("reason", transfer.reason())));
        json.set("events", Json.array(events, event -> Json.object()
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("type", event.type())));
        return new Reply.Done(json, lines(transfers, events));
    }

    private List<String> lines(List<Transfer> transfers, List<Recorded> events) {
        var brief = project.brief();
        var lines = new ArrayList<String>();
        lines.add("project " + project.id() + " of " + new Customers(in).nameOf(brief.customer())
                + " is " + ProjectShown.state(project) + ", worked on by " + brief.pipeline());
        lines.add("");
        lines.add("Its price: " + price(brief.quote()));
        lines.add("Its credits:");
        transfers.forEach(transfer -> lines.add("    line " + transfer.sequence() + " at "
                + transfer.at() + ": " + transfer.amount() + " "
                + KindInWords.of(transfer.kind()) + " (" + Ink.foreign(transfer.reason()) + ")"));
        lines.add("What happened:");
        events.forEach(event -> lines.add("    " + event.at() + " " + event.type()
                + details(event)));
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

    private static String details(Recorded event) {
        return new TreeMap<>(event.facts()).entrySet()
                .stream()
                .filter(fact -> TOLD.contains(fact.getKey()))
                .map(fact -> ", " + fact.getKey() + ": " + Ink.foreign(fact.getValue()))
                .collect(Collectors.joining());
    }

    private List<Recorded> events() {
        var mine = new ArrayList<Recorded>();
        var customer = project.brief().customer();
        var page = in.storage().reports().events(customer, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(this::isMine).forEach(mine::add);
            page = in.storage().reports().events(customer, page.getLast().sequence(), PAGE);
        }
        return mine;
    }

    private boolean isMine(Recorded event) {
        return project.id().toString().equals(event.facts().get("project"));
    }

    private String rule() {
        return switch (project) {
            case Project.AwaitingPayment p -> "nothing is sent before it is paid.";
            case Project.Pending p -> "its credits are held until it ends; it waits to be sent.";
            case Project.Sent p -> "it was sent and nobody has answered yet: it is asked about "
                    + "again until somebody knows, and never guessed.";
            case Project.Processing p -> "its credits are held until its pipeline reports, or "
                    + "is asked after its deadline.";
            case Project.Completed p -> "a completed project keeps what it cost, at most what "
                    + "was held; an operator may give it back.";
            case Project.Failed p -> "a failed project keeps nothing: its credits went back in "
                    + "the same transaction (" + p.why().reason().label() + ").";
        };
    }
}
