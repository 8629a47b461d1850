package dev.makegood.cli.find;

import dev.makegood.Search;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.server.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code makegood find TEXT}: whatever the text names. */
@Command(name = "find", mixinStandardHelpOptions = true,
        description = "Find a customer, project, payment or transfer by an id, a gateway's "
                + "reference such as pi_…, a pipeline's run, or an identity such as app/user-42.")
public final class FindCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Parameters(paramLabel = "TEXT", description = "The whole of it; parts are not looked for.")
    private String text = "";

    public FindCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.withInstallation(this::find);
    }

    private CommandResult find(Installation installation) {
        var found = installation.makegood().search().find(text.strip());
        return found.isEmpty()
                ? CommandResult.notFound("nothing is named " + text
                        + "; give the whole id, reference or identity")
                : output(new CustomerLookup(installation), found);
    }

    private static CommandResult output(CustomerLookup names, List<Search.Found> found) {
        var json = CliJson.object();
        json.set("found", CliJson.array(found, one -> json(names, one)));
        var table = Table.of("kind", "id", "customer", "status", "about", "created");
        found.forEach(one -> table.addRow(one.kind(), one.id(), names.displayName(one.customer()),
                orDash(one.status()), orDash(one.about()), orDash(one.createdAt())));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }

    private static JsonNode json(CustomerLookup names, Search.Found found) {
        var createdAt = found.createdAt();
        return CliJson.object()
                .put("kind", found.kind())
                .put("id", found.id().toString())
                .put("customer", names.displayName(found.customer()))
                .put("customerId", found.customer().toString())
                .put("status", found.status())
                .put("about", found.about())
                .put("createdAt", createdAt == null ? null : createdAt.toString());
    }
}
