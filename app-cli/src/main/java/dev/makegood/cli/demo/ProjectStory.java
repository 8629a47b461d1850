package dev.makegood.cli.demo;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells two projects, as a product sees them: one succeeds, one fails. */
final class ProjectStory {

    private static final JsonMapper JSON = new JsonMapper();

    private final DemoApiClient api;
    private final Consumer<String> line;

    ProjectStory(DemoApiClient api, Consumer<String> line) {
        this.api = api;
        this.line = line;
    }

    /** Tells it; returns whether it went as it should. */
    boolean tell() {
        line.accept("A project that succeeds");
        long before = available();
        boolean spent = runProject("A cat learns to sail #succeed", "hd", "completed")
                && available() == before - 60;
        line.accept("    its 60 credits are spent: " + balance());
        line.accept("");
        line.accept("A project that fails");
        long then = available();
        boolean back = runProject("A cat learns to fly #fail", "standard", "failed")
                && available() == then;
        line.accept("    its 40 credits are back: " + balance());
        line.accept("");
        return spent && back;
    }

    private boolean runProject(String prompt, String quality, String ending) {
        line.accept("    POST /api/story-editor/generate \"" + prompt + "\", " + quality);
        var ordered = api.post("/api/story-editor/generate", JSON.createObjectNode()
                .put("prompt", prompt)
                .put("quality", quality));
        var id = ordered.path("projectId").asString("");
        line.accept("    project " + id + " is " + ordered.path("status").asString("refused")
                + ", its credits are held: " + balance());
        var ended = waitForEnd(id);
        line.accept("    its pipeline reports: " + ended.path("status").asString("nothing")
                + failureText(ended));
        return ended.path("status").asString("").equals(ending);
    }

    private static String failureText(JsonNode ended) {
        var why = ended.path("errorMessage").asString("");
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private JsonNode waitForEnd(String id) {
        return ApiPolling.until(() -> status(id), seen -> !isOpen(seen));
    }

    private JsonNode status(String id) {
        return api.get("/api/story-editor/project/status?projectId=" + id);
    }

    private static boolean isOpen(JsonNode project) {
        var status = project.path("status").asString("");
        return status.equals("pending") || status.equals("processing");
    }

    private long available() {
        return api.get("/api/user/balance").path("available").asLong(-1);
    }

    private String balance() {
        var balance = api.get("/api/user/balance");
        return balance.path("available").asLong(-1) + " available, "
                + balance.path("held").asLong(-1) + " held";
    }
}
