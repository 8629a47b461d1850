package dev.makegood.cli;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What happened to one thing, oldest first. */
record Happened(List<Recorded> events) {

    private static final int PAGE = 100;

    /** Everything that happened to the {@code kind} of this id, which is this customer's. */
    static Happened to(Installation in, CustomerId customer, String kind, UUID id) {
        var mine = new ArrayList<Recorded>();
        var page = in.storage().reports().events(customer, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> id.toString().equals(event.facts().get(kind)))
                    .forEach(mine::add);
            page = in.storage().reports().events(customer, page.getLast().sequence(), PAGE);
        }
        return new Happened(mine);
    }

    /** The last of them that says this. */
    Optional<Recorded> last(String fact, String value) {
        return events.reversed()
                .stream()
                .filter(event -> value.equals(event.facts().get(fact)))
                .findFirst();
    }

    /** For people, with those of the facts that are worth telling. */
    List<String> lines(Set<String> facts) {
        return events.stream()
                .map(event -> "    " + event.at() + " " + event.type() + details(event, facts))
                .toList();
    }

    private static String details(Recorded event, Set<String> facts) {
        return new TreeMap<>(event.facts()).entrySet()
                .stream()
                .filter(fact -> facts.contains(fact.getKey()))
                .map(fact -> ", " + fact.getKey() + ": " + Ink.foreign(fact.getValue()))
                .collect(Collectors.joining());
    }

    JsonNode json() {
        return Json.array(events, event -> Json.object()
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("type", event.type()));
    }
}
