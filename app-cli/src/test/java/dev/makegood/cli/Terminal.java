package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;
import dev.makegood.testing.House;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who types commands, and reads what comes. */
final class Terminal {

    private final Function<Settings, Installation> door;
    private final Map<String, String> environment;
    private final Path folder;

    Terminal(Function<Settings, Installation> door, Map<String, String> environment, Path folder) {
        this.door = door;
        this.environment = environment;
        this.folder = folder;
    }

    /** In front of a house in memory. */
    static Terminal of(House house) {
        return of(house, Map.of());
    }

    /** The same, with gateways that let us read their books. */
    static Terminal of(House house, Map<String, GatewayBooks> books) {
        return new Terminal(settings -> installation(house, books), Map.of("USER", "ada"),
                Path.of("."));
    }

    static Installation installation(House house, Map<String, GatewayBooks> books) {
        return new Installation(house.makegood, house.storage, house.clock, house.samples::id,
                new Random(7), books, List::of, () -> {});
    }

    /** What a command said, and how it ended. */
    record Said(int exit, String out, String err) {

        JsonNode json() {
            return new JsonMapper().readTree(out);
        }

        JsonNode problem() {
            return new JsonMapper().readTree(err);
        }
    }

    Surroundings surroundings() {
        return surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(environment, folder, screen(out), screen(err), door);
    }

    Said types(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(surroundings(out, err), arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static Screen screen(ByteArrayOutputStream bytes) {
        return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
    }
}
