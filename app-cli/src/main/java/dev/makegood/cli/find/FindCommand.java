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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    private static CommandResult output(CustomerLookup customerLookup, List<Search.Found> found) {
        var lines = found.stream().map(one -> FoundLine.of(one, customerLookup)).toList();
        var json = CliJson.object();
        json.set("found", CliJson.array(lines, FoundLine::json));
        var table = Table.of("kind", "id", "customer", "status", "about", "created");
        lines.forEach(line -> line.addTo(table));
        return new CommandResult.CommandSuccess(json, table.lines());
    }
}
