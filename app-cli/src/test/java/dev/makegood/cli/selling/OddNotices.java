package dev.makegood.cli.selling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Genuine notices whose objects are not quite as documented.
 *
 * <p>{@code -Dmakegood.shapes} says how many shapes of each kind are tried, {@code -Dmakegood.seed} which.
 */
final class OddNotices {

    static final JsonMapper JSON = new JsonMapper();

    private static final int SHAPES = Integer.getInteger("makegood.shapes", 8);
    private static final long SEED = Long.getLong("makegood.seed", 17);

    private OddNotices() {}

    /** An object as complete as the gateway publishes it. */
    static ObjectNode sample(String name) {
        try (var file = OddNotices.class.getResourceAsStream("samples/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    /** Some of all ways in which the document may differ, as the seed has them. */
    static List<JsonMutation> mutationsOf(JsonNode document) {
        var shuffled = new ArrayList<>(JsonMutation.allOf(document));
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(SHAPES, shuffled.size()));
    }

    static String describe(Enum<?> kind, JsonMutation mutation) {
        return "seed %d, %s, %s".formatted(SEED, kind, mutation);
    }
}
