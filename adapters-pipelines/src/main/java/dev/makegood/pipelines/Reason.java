package dev.makegood.pipelines;

import dev.makegood.pipelines.Heard.Said;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The reason a service gave for a refusal, in any of the shapes of FastAPI and Prefect. */
final class Reason {

    private static final int CHARACTERS_MAX = 500;

    private Reason() {}

    /** One line, not long, without control characters. */
    static String of(Said said) {
        var words = wordsIn(said.body()).replaceAll("\\p{Cntrl}+", " ").strip();
        var shown = words.isEmpty() ? "status " + said.status() : words;
        return shown.substring(0, Math.min(shown.length(), CHARACTERS_MAX));
    }

    private static String wordsIn(JsonNode body) {
        if (body.path("detail").isArray()) {
            return complaints(body.path("detail"));
        }
        if (body.path("exception_detail").isArray()) {
            return complaints(body.path("exception_detail"));
        }
        return body.path("detail").stringValue(body.path("exception_message").stringValue(""));
    }

    private static String complaints(JsonNode list) {
        return list.values().stream().map(Reason::complaint).collect(Collectors.joining("; "));
    }

    private static String complaint(JsonNode one) {
        var where = one.path("loc")
                .values()
                .stream()
                .map(part -> part.asString(""))
                .collect(Collectors.joining("."));
        return where + ": " + one.path("msg").stringValue("");
    }
}
