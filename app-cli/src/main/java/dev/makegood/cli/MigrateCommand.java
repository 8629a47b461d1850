package dev.makegood.cli;

import dev.makegood.persistence.Migrations;
import dev.makegood.server.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code makegood migrate}: brings the schema up to this version, or says how far it is. */
@Command(name = "migrate", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[status]",
        description = "Bring the schema up to this version; again changes nothing.")
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private final House house;

    @Option(names = "--dry-run", description = "Only say what would be applied.")
    private boolean dryRun;

    MigrateCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        return dryRun ? looking(house, MigrateCommand::planned) : applying();
    }

    @Command(mixinStandardHelpOptions = true, description = "What is applied, and what is not.")
    int status(@Mixin House its) {
        return looking(its, MigrateCommand::status);
    }

    private static int looking(House house, Function<Migrations, Reply> look) {
        var settings = house.settings(Map.of());
        return house.show(() -> {
            try (var database = Database.visit(settings.database())) {
                return database.asOwner(look);
            }
        });
    }

    private int applying() {
        var settings = house.settings(Map.of());
        return house.show(() -> {
            try (var database = Database.visitOrMake(settings.database())) {
                return database.asOwner(migrations -> applied(migrations.run()));
            }
        });
    }

    private static Reply applied(Migrations.Report report) {
        var json = json("applied", report.applied());
        json.set("warnings", Json.array(report.warnings(), Json::text));
        var lines = new ArrayList<>(prefixed("applied ", report.applied()));
        if (lines.isEmpty()) {
            lines.add("already up to date");
        }
        lines.addAll(prefixed("warning: ", report.warnings()));
        return new Reply.Done(json, lines);
    }

    private static Reply planned(Migrations migrations) {
        var pending = migrations.pending();
        var json = json("pending", pending).put("dryRun", true);
        return new Reply.Done(json, pending.isEmpty() ? List.of("already up to date")
                : prefixed("would apply ", pending));
    }

    private static Reply status(Migrations migrations) {
        var json = json("applied", migrations.applied());
        json.set("pending", Json.array(migrations.pending(), Json::text));
        json.set("warnings", Json.array(migrations.warnings(), Json::text));
        var lines = new ArrayList<>(prefixed("applied  ", migrations.applied()));
        lines.addAll(prefixed("pending  ", migrations.pending()));
        lines.addAll(prefixed("warning: ", migrations.warnings()));
        return new Reply.Done(json, lines.isEmpty() ? List.of("(none)") : lines);
    }

    private static ObjectNode json(String name, List<String> steps) {
        var json = Json.object();
        json.set(name, Json.array(steps, Json::text));
        return json;
    }

    private static List<String> prefixed(String prefix, List<String> all) {
        return all.stream().map(one -> prefix + one).toList();
    }
}
