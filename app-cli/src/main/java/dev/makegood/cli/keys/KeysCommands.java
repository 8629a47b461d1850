package dev.makegood.cli.keys;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Role;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.command.Usage;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code makegood keys …}: API keys; the text of a key is shown once, when it is created. */
@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "API keys: create, list, revoke.")
public final class KeysCommands {

    private static final int LABEL_MAX = 100;

    @Command(mixinStandardHelpOptions = true,
            description = "Create a key; its text is shown now and never again.")
    int create(
            @Mixin CommandContext context,
            @Option(names = "--role", required = true, paramLabel = "ROLE",
                    description = "app, pipeline, worker or operator.") Role role,
            @Option(names = "--label", defaultValue = "", paramLabel = "TEXT",
                    description = "Whose it is, up to 100 characters.") String label,
            @Mixin Usage usage) {
        if (label.length() > LABEL_MAX) {
            throw usage.error("--label has " + label.length() + " characters; at most " + LABEL_MAX
                    + " are kept");
        }
        var actor = ReasonOption.actor(context.environment().variables());
        return context.changeInstallation(installation -> {
            var created = installation.keyring().create(role, label, actor);
            return CommandResult.success(json(created.key()).put("key", created.text()),
                    created.text());
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "All keys, newest first.")
    int list(@Mixin CommandContext context) {
        return context.withInstallation(installation -> listResult(installation.keyring().all()));
    }

    private static CommandResult listResult(List<ApiKey> keys) {
        var json = CliJson.object();
        json.set("keys", CliJson.array(keys, KeysCommands::json));
        var table = Table.of("id", "role", "label", "created", "revoked");
        keys.forEach(key -> table.addRow(key.id(), key.role().label(), key.label(), key.createdAt(),
                revokedAtText(key)));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Revoke a key; it is refused from then on.")
    int revoke(
            @Mixin CommandContext context, @Parameters(paramLabel = "ID",
                    description = "The 12 characters after the role.") String id) {
        var actor = ReasonOption.actor(context.environment().variables());
        return context.changeInstallation(installation -> installation.keyring()
                .revoke(id, actor)
                .map(key -> CommandResult.success(json(key),
                        "revoked " + key.id() + " at " + revokedAtText(key)))
                .orElseGet(() -> CommandResult.notFound("there is no key " + id)));
    }

    private static ObjectNode json(ApiKey key) {
        return CliJson.object()
                .put("id", key.id())
                .put("role", key.role().label())
                .put("label", key.label())
                .put("createdAt", key.createdAt().toString())
                .put("revokedAt", key.isRevoked() ? revokedAtText(key) : null);
    }

    private static String revokedAtText(ApiKey key) {
        var at = key.revokedAt();
        return at == null ? "" : at.toString();
    }
}
