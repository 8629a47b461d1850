package dev.makegood.cli;

import dev.makegood.event.Recorded;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What was said of payments and needs a person, for people and programs. */
final class QuarantinedShown {

    private QuarantinedShown() {}

    static Reply list(Customers customers, List<Recorded> events) {
        var json = Json.object();
        json.set("quarantined", Json.array(events, event -> json(customers, event)));
        var table = Table.of("at", "customer", "payment", "why");
        events.forEach(event -> table.row(event.at(), customers.nameOf(event.customer()),
                event.facts().getOrDefault("payment", "-"),
                event.facts().getOrDefault("why", "-")));
        return new Reply.Done(json, table.lines());
    }

    private static JsonNode json(Customers customers, Recorded event) {
        var json = Json.object()
                .put("at", event.at().toString())
                .put("customer", customers.nameOf(event.customer()))
                .put("sequence", event.sequence());
        new TreeMap<>(event.facts()).forEach(json::put);
        return json;
    }
}
