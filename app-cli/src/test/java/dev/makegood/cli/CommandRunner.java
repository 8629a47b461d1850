package dev.makegood.cli;

import dev.makegood.Storage;
import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import dev.makegood.http.TestServer;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.server.Installation;
import dev.makegood.server.OpenCutter;
import dev.makegood.server.settings.Settings;
import dev.makegood.store.CorrectedClock;
import dev.makegood.testing.MakegoodFixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process, and keeps what they print. */
public final class CommandRunner {

    static final JsonMapper JSON = new JsonMapper();

    private final Function<Settings, Installation> opener;
    private final Map<String, String> variables;
    private final Path workingDirectory;

    CommandRunner(
            Function<Settings, Installation> opener, Map<String, String> variables,
            Path workingDirectory) {
        this.opener = opener;
        this.variables = variables;
        this.workingDirectory = workingDirectory;
    }

    /** On an installation in memory. */
    public static CommandRunner of(MakegoodFixture fixture) {
        return of(fixture, Map.of());
    }

    /** The same, with gateways whose books can be read. */
    public static CommandRunner of(MakegoodFixture fixture, Map<String, GatewayBooks> books) {
        return new CommandRunner(settings -> installation(fixture, books), Map.of("USER", "ada"),
                Path.of("."));
    }

    /** On the books of this server. */
    static CommandRunner of(TestServer server) {
        var ids = new Random(8);
        var installation = new Installation(server.makegood, server.storage,
                CorrectedClock.of(server.clock::get, server.storage.probe()),
                () -> new UUID(ids.nextLong(), ids.nextLong()), new Random(7), emptyBooks(),
                List::of, () -> cutter(server.storage), () -> {});
        return new CommandRunner(settings -> installation, Map.of("USER", "ada"), Path.of("."));
    }

    private static Map<String, GatewayBooks> emptyBooks() {
        return Map.of("fake", (from, until) -> new GatewayBooks.Listed(List.of()));
    }

    static Installation installation(MakegoodFixture fixture, Map<String, GatewayBooks> books) {
        return new Installation(fixture.makegood, fixture.storage,
                CorrectedClock.of(fixture.clock, fixture.storage.probe()),
                fixture.samples::id, new Random(7), books, List::of,
                () -> cutter(fixture.storage), () -> {});
    }

    private static OpenCutter cutter(Storage storage) {
        return new OpenCutter(((InMemoryStore) storage).eventCutter(), () -> {});
    }

    /** What a command printed, and its exit code. */
    public record CommandOutput(int exit, String out, String err) {

        public JsonNode json() {
            return JSON.readTree(out);
        }

        public JsonNode problem() {
            return JSON.readTree(err);
        }
    }

    /** A command on the embedded database in this folder, as if beside a server. */
    public static CommandOutput runAt(Path data, String... arguments) {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()));
        return new CommandRunner(CliWiring::openInstallation, Map.of("USER", "operator"),
                Path.of(".")).run(all.toArray(String[]::new));
    }

    CliEnvironment environment() {
        return environment(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private CliEnvironment environment(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new CliEnvironment(variables, workingDirectory, target(out), target(err), opener);
    }

    public CommandOutput run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(environment(out, err), arguments);
        return new CommandOutput(exit, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static OutputTarget target(ByteArrayOutputStream bytes) {
        return new OutputTarget(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
    }
}
