package dev.makegood.cli.payments;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.event.RecordedEvent;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What is quarantined and needs a person, for people and programs. */
final class QuarantineOutput {

    private QuarantineOutput() {}

    static CommandResult list(CustomerLookup customerLookup, List<RecordedEvent> events) {
        var json = CliJson.object();
        json.set("quarantined", CliJson.array(events, event -> json(customerLookup, event)));
        var table = Table.of("at", "customer", "payment", "reason");
        events.forEach(
                event -> table.addRow(event.at(), customerLookup.displayName(event.customer()),
                        event.facts().getOrDefault("payment", "-"),
                        event.facts().getOrDefault("reason", "-")));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    private static JsonNode json(CustomerLookup customerLookup, RecordedEvent event) {
        var json = CliJson.object()
                .put("customer", customerLookup.displayName(event.customer()))
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("type", event.type());
        var facts = json.putObject("facts");
        new TreeMap<>(event.facts()).forEach(facts::put);
        return json;
    }
}
