package dev.makegood.cli;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Role;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code makegood keys …}: API keys; the text of one is shown once, when it is made. */
@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "API keys: made, listed, revoked.")
final class KeysCommands {

    private static final int LABEL_MAX = 100;

    @Command(mixinStandardHelpOptions = true,
            description = "Make a key; its text is shown now and never again.")
    int create(
            @Mixin House house,
            @Option(names = "--role", required = true, paramLabel = "ROLE",
                    description = "app, pipeline, worker or operator.") Role role,
            @Option(names = "--label", defaultValue = "", paramLabel = "TEXT",
                    description = "Whose it is, up to 100 characters.") String label) {
        var actor = Reason.actor(house.surroundings().environment());
        var whose = label.substring(0, Math.min(LABEL_MAX, label.length()));
        return house.answer(in -> {
            var made = in.keyring().create(role, whose, actor);
            return Reply.done(json(made.key()).put("key", made.text()), made.text());
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "All keys, newest first.")
    int list(@Mixin House house) {
        return house.answer(in -> shown(in.keyring().all()));
    }

    private static Reply shown(List<ApiKey> keys) {
        var json = Json.object();
        json.set("keys", Json.array(keys, KeysCommands::json));
        var table = Table.of("id", "role", "label", "created", "revoked");
        keys.forEach(key -> table.row(key.id(), key.role().label(), key.label(), key.createdAt(),
                revoked(key)));
        return new Reply.Done(json, table.lines());
    }

    @Command(mixinStandardHelpOptions = true, description = "Let a key open nothing any more.")
    int revoke(
            @Mixin House house, @Parameters(paramLabel = "ID",
                    description = "The 12 characters after the role.") String id) {
        var actor = Reason.actor(house.surroundings().environment());
        return house.answer(in -> in.keyring()
                .revoke(id, actor)
                .map(key -> Reply.done(json(key), "revoked " + key.id() + " at " + revoked(key)))
                .orElseGet(() -> Reply.notFound("there is no key " + id)));
    }

    private static ObjectNode json(ApiKey key) {
        return Json.object()
                .put("id", key.id())
                .put("role", key.role().label())
                .put("label", key.label())
                .put("createdAt", key.createdAt().toString())
                .put("revokedAt", key.isRevoked() ? revoked(key) : null);
    }

    private static String revoked(ApiKey key) {
        var at = key.revokedAt();
        return at == null ? "" : at.toString();
    }
}
