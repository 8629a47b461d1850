package dev.makegood.pipelines.superduperai;

import dev.makegood.project.RunOrder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.JsonNode;

/**
 * Our mark on a project there: its seed, the only field that takes something of ours and shows it.
 *
 * <p>A seed that the customer asked for goes into the mark, so that another one makes another film.
 */
record Mark(int seed, String prompt) {

    static Mark of(RunOrder order) {
        var asked = order.order().inputs().getOrDefault("seed", "");
        var text = order.id() + "/" + order.attempt() + "/" + asked;
        int seed = ByteBuffer.wrap(sha256(text)).getInt() & Integer.MAX_VALUE;
        return new Mark(seed, fit(order.order().prompt()));
    }

    /** Tells whether a project there is the one we asked for. */
    boolean isOn(JsonNode project) {
        var config = project.path("config");
        return config.path("seed").isIntegralNumber()
                && config.path("seed").asLong(-1) == seed
                && config.path("prompt").stringValue("").strip().equals(prompt.strip());
    }

    /** A lone surrogate has no UTF-8, and what is sent must be what is found. */
    private static String fit(String prompt) {
        return new String(prompt.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
