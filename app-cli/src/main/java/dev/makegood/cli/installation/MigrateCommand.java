package dev.makegood.cli.installation;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.persistence.migration.Migrations;
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

/** {@code makegood migrate}: brings the schema up to this version, or shows its status. */
@Command(name = "migrate", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[status]",
        description = "Bring the schema up to this version; again changes nothing.")
public final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Option(names = "--dry-run", description = "Only say what would be applied.")
    private boolean dryRun;

    public MigrateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return dryRun ? inspect(context, MigrateCommand::planResult) : apply();
    }

    @Command(mixinStandardHelpOptions = true, description = "What is applied, and what is not.")
    int status(@Mixin CommandContext ownContext) {
        return inspect(ownContext, MigrateCommand::status);
    }

    private static int inspect(
            CommandContext context, Function<Migrations, CommandResult> inspection) {
        var settings = context.readSettings(Map.of());
        return context.print(settings.database(), () -> {
            try (var database = Database.openForCommand(settings.database())) {
                return database.asOwner(inspection);
            }
        });
    }

    private int apply() {
        var settings = context.readSettings(Map.of());
        var books = context.announce(settings.database());
        return context.print(settings.database(), () -> {
            try (var database = Database.openOrCreate(settings.database())) {
                return database.asOwner(migrations -> appliedResult(migrations.run()))
                        .withBooks(books);
            }
        });
    }

    private static CommandResult appliedResult(Migrations.MigrationResult migrationResult) {
        var json = stepsJson("applied", migrationResult.applied());
        json.set("warnings", CliJson.array(migrationResult.warnings(), CliJson::text));
        var lines = new ArrayList<>(withPrefix("applied ", migrationResult.applied()));
        if (lines.isEmpty()) {
            lines.add("already up to date");
        }
        lines.addAll(withPrefix("warning: ", migrationResult.warnings()));
        return new CommandResult.CommandSuccess(json, lines);
    }

    private static CommandResult planResult(Migrations migrations) {
        var pending = migrations.pending();
        var json = stepsJson("pending", pending).put("dryRun", true);
        return new CommandResult.CommandSuccess(json,
                pending.isEmpty() ? List.of("already up to date")
                        : withPrefix("would apply ", pending));
    }

    private static CommandResult status(Migrations migrations) {
        var json = stepsJson("applied", migrations.applied());
        json.set("pending", CliJson.array(migrations.pending(), CliJson::text));
        json.set("warnings", CliJson.array(migrations.warnings(), CliJson::text));
        var lines = new ArrayList<>(withPrefix("applied  ", migrations.applied()));
        lines.addAll(withPrefix("pending  ", migrations.pending()));
        lines.addAll(withPrefix("warning: ", migrations.warnings()));
        return new CommandResult.CommandSuccess(json, lines.isEmpty() ? List.of("(none)") : lines);
    }

    private static ObjectNode stepsJson(String name, List<String> steps) {
        var json = CliJson.object();
        json.set(name, CliJson.array(steps, CliJson::text));
        return json;
    }

    private static List<String> withPrefix(String prefix, List<String> all) {
        return all.stream().map(one -> prefix + one).toList();
    }
}
