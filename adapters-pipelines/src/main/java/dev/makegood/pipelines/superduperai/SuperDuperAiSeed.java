package dev.makegood.pipelines.superduperai;

import dev.makegood.hash.Sha256;
import dev.makegood.project.RunRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * What we know a project there again by: its seed, the only field that takes something of ours and
 * shows it.
 *
 * <p>A seed of the customer's goes into ours, so that another one makes another film.
 */
record SuperDuperAiSeed(int value, String prompt) {

    static SuperDuperAiSeed of(RunRequest request) {
        var customerSeed = request.inputs().getOrDefault("seed", "");
        var text = request.id() + "/" + request.attempt() + "/" + customerSeed;
        int value = ByteBuffer.wrap(Sha256.digest(text.getBytes(StandardCharsets.UTF_8))).getInt()
                & Integer.MAX_VALUE;
        return new SuperDuperAiSeed(value, withoutLoneSurrogates(request.prompt()));
    }

    /** Tells whether a project there is the one we requested. */
    boolean isOf(JsonNode project) {
        var config = project.path("config");
        return config.path("seed").isIntegralNumber()
                && config.path("seed").asLong(-1) == value
                && config.path("prompt").stringValue("").strip().equals(prompt.strip());
    }

    /** A lone surrogate has no UTF-8, and what is sent must be what is found. */
    private static String withoutLoneSurrogates(String prompt) {
        return new String(prompt.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
