package dev.makegood.cli.output;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The events of one project or payment, oldest first. */
public record EventHistory(List<RecordedEvent> events) {

    private static final int PAGE = 100;

    /** All events of this customer's {@code kind} of this id. */
    public static EventHistory read(
            Installation installation, CustomerId customer, String kind, UUID id) {
        var events = new ArrayList<RecordedEvent>();
        var page = installation.storage().reports().events(customer, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> id.toString().equals(event.facts().get(kind)))
                    .forEach(events::add);
            page = installation.storage()
                    .reports()
                    .events(customer, page.getLast().sequence(), PAGE);
        }
        return new EventHistory(events);
    }

    /** The last event that has this fact. */
    public Optional<RecordedEvent> findLast(String fact, String value) {
        return events.reversed()
                .stream()
                .filter(event -> value.equals(event.facts().get(fact)))
                .findFirst();
    }

    /** As text, with those of these facts that an event has. */
    public List<String> lines(Set<String> facts) {
        return events.stream()
                .map(event -> "    " + event.at() + " " + event.type() + details(event, facts))
                .toList();
    }

    private static String details(RecordedEvent event, Set<String> facts) {
        return new TreeMap<>(event.facts()).entrySet()
                .stream()
                .filter(fact -> facts.contains(fact.getKey()))
                .map(fact -> ", " + fact.getKey() + ": " + TerminalText.sanitize(fact.getValue()))
                .collect(Collectors.joining());
    }

    public JsonNode json() {
        return CliJson.array(events, event -> CliJson.object()
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("type", event.type()));
    }
}
