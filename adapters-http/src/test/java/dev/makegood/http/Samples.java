package dev.makegood.http;

import dev.makegood.access.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One request that succeeds for each route: the rows of every test that goes through the whole table.
 *
 * <p>A route that is not here fails {@code RouteTableTest}.
 */
final class Samples {

    static final Map<String, Function<Stage, Sample>> ROWS = new LinkedHashMap<>();

    private static final String REASON = "\"reason\":\"because\"";

    static {
        row("POST /api/story-editor/generate", s -> new Sample("/api/story-editor/generate",
                "{\"prompt\":\"p\",\"quality\":\"hd\",\"aspectRatio\":\"16:9\",\"metadata\":{\"a\":1}}"));
        row("POST /api/story-editor/quote", s -> new Sample("/api/story-editor/quote",
                "{\"prompt\":\"p\",\"quality\":\"hd\",\"aspectRatio\":\"16:9\",\"metadata\":{\"a\":1}}"));
        row("POST /api/story-editor/project/status", s -> new Sample(
                "/api/story-editor/project/status", "{\"projectId\":\"" + running(s)
                        + "\",\"status\":\"completed\",\"errorMessage\":\"none\"}"));
        row("GET /api/story-editor/project/status",
                s -> new Sample("/api/story-editor/project/status?projectId=" + running(s)));
        row("GET /api/user/balance", s -> new Sample("/api/user/balance"));
        row("GET /api/user/transactions", s -> new Sample("/api/user/transactions?limit=5"));
        row("GET /api/user/projects",
                s -> new Sample("/api/user/projects?status=completed&includeStats=true&limit=5"));
        row("GET /api/user/payments",
                s -> new Sample("/api/user/payments?type=payment&type=refund&limit=5"));
        row("GET /api/projects/{id}", s -> new Sample("/api/projects/" + running(s)));
        row("POST /api/projects/{id}/cancel",
                s -> new Sample("/api/projects/" + stoppable(s) + "/cancel",
                        "{\"reason\":\"changed my mind\"}"));
        row("POST /api/grants", s -> new Sample("/api/grants", "{\"customer\":\"app/ada\","
                + "\"credits\":5,\"source\":\"promotion\",\"priority\":10,"
                + "\"expiresAt\":\"2027-01-01T00:00:00Z\"," + REASON + "}"));
        row("POST /api/adjustments", s -> new Sample("/api/adjustments",
                "{\"customer\":\"app/ada\",\"credits\":-5," + REASON + "}"));
        row("POST /api/refunds", s -> new Sample("/api/refunds",
                "{\"project\":\"" + completed(s) + "\",\"credits\":5," + REASON + "}"));
        row("GET /api/ops/projects", s -> new Sample("/api/ops/projects?status=failed&limit=5"));
        row("GET /api/ops/events", s -> new Sample("/api/ops/events?customer=app/ada&limit=5"));
        row("POST /api/ops/projects/{id}/fail",
                s -> new Sample("/api/ops/projects/" + running(s) + "/fail", "{" + REASON + "}"));
        row("POST /api/ops/projects/{id}/retry",
                s -> new Sample("/api/ops/projects/" + waiting(s) + "/retry", "{" + REASON + "}"));
        row("GET /api/credit-packs", s -> new Sample("/api/credit-packs"));
        row("POST /api/payments", s -> new Sample("/api/payments",
                "{\"pack\":\"starter\",\"gateway\":\"fake\"}"));
        row("GET /api/payments/{id}", s -> new Sample("/api/payments/" + payment(s)));
        row("POST /api/generation-requests", s -> new Sample("/api/generation-requests",
                "{\"hostname\":\"" + s.calculated("example.com")
                        + "\",\"provider\":\"gemini\"}"));
        row("GET /api/generation-requests/{id}",
                s -> new Sample("/api/generation-requests/" + request(s, "gemini")));
        row("GET /api/calculations/{hostname}",
                s -> new Sample("/api/calculations/" + s.calculated("example.com")));
        row("PUT /api/calculations/{hostname}", s -> new Sample("/api/calculations/example.com",
                "{\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\","
                        + "\"price\":{\"total\":1148.18,\"perUrl\":0.25}}]}"));
        row("DELETE /api/calculations/{hostname}",
                s -> new Sample("/api/calculations/" + s.calculated("nobody-pays.example")));
        row("GET /pay/{generationRequestId}", s -> new Sample("/pay/" + request(s, "gemini")));
        row("POST /pay/{generationRequestId}", s -> new Sample("/pay/" + request(s, "gemini")));
        row("GET /api/ops/payments",
                s -> new Sample("/api/ops/payments?status=pending&gateway=fake&limit=5"));
        row("POST /api/stripe/webhook", s -> new Sample("/api/stripe/webhook", "{}"));
        row("POST /api/yookassa/webhook", s -> new Sample("/api/yookassa/webhook", "{}"));
        row("GET /health/live", s -> new Sample("/health/live"));
        row("GET /health/ready", s -> new Sample("/health/ready"));
    }

    private Samples() {}

    /** A path with its query, and a body where there is one. */
    record Sample(String path, String body) {

        Sample(String path) {
            this(path, "");
        }

        String pathOnly() {
            return path.replaceAll("\\?.*", "");
        }
    }

    private static void row(String route, Function<Stage, Sample> sample) {
        ROWS.put(route, sample);
    }

    static Sample of(Route route, Stage stage) {
        return ROWS.get(route.name()).apply(stage);
    }

    /** Whoever may call a route, the least of them. */
    static Role caller(Route route) {
        return route.roles().stream().sorted().findFirst().orElse(Role.APP);
    }

    static String payment(Stage stage) {
        return stage.http.post(Stage.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .at("paymentId");
    }

    static String request(Stage stage, String provider) {
        var body = "{\"hostname\":\"" + stage.calculated("example.com") + "\",\"provider\":\""
                + provider + "\"}";
        var got = stage.http.post(Stage.ADA, "/api/generation-requests", body);
        return got.at(got.json().has("id") ? "id" : "generationRequestId");
    }

    static String running(Stage stage) {
        return stage.http.generated(Stage.ADA, "p");
    }

    static String stoppable(Stage stage) {
        return stage.http.generated(Stage.ADA, "#stoppable");
    }

    static String waiting(Stage stage) {
        return stage.http.generated(Stage.ADA, "#unknown");
    }

    static String completed(Stage stage) {
        var project = running(stage);
        stage.http.reported(project, "completed");
        return project;
    }
}
