package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.http.server.Route;
import dev.makegood.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One request that succeeds for each route, for the tests of the whole route table.
 *
 * <p>A route that is not here fails {@code RouteTableTest}.
 */
public final class SampleRequests {

    public static final Map<String, Function<TestServer, SampleRequest>> ROWS =
            new LinkedHashMap<>();

    private static final String REASON = "\"reason\":\"because\"";

    static {
        row("POST /api/story-editor/generate", s -> new SampleRequest("/api/story-editor/generate",
                "{\"prompt\":\"p\",\"quality\":\"hd\",\"aspectRatio\":\"16:9\",\"metadata\":{\"a\":1}}"));
        row("POST /api/story-editor/quote", s -> new SampleRequest("/api/story-editor/quote",
                "{\"prompt\":\"p\",\"quality\":\"hd\",\"aspectRatio\":\"16:9\",\"metadata\":{\"a\":1}}"));
        row("POST /api/story-editor/project/status", s -> new SampleRequest(
                "/api/story-editor/project/status", "{\"projectId\":\"" + runningProject(s)
                        + "\",\"status\":\"completed\",\"errorMessage\":\"none\"}"));
        row("GET /api/story-editor/project/status",
                s -> new SampleRequest(
                        "/api/story-editor/project/status?projectId=" + runningProject(s)));
        row("GET /api/user/balance", s -> new SampleRequest("/api/user/balance"));
        row("GET /api/user/transactions", s -> new SampleRequest("/api/user/transactions?limit=5"));
        row("GET /api/user/projects",
                s -> new SampleRequest(
                        "/api/user/projects?status=completed&includeStats=true&limit=5"));
        row("GET /api/user/payments",
                s -> new SampleRequest("/api/user/payments?type=payment&type=refund&limit=5"));
        row("GET /api/projects/{id}", s -> new SampleRequest("/api/projects/" + runningProject(s)));
        row("POST /api/projects/{id}/cancel",
                s -> new SampleRequest("/api/projects/" + cancellableProject(s) + "/cancel",
                        "{\"reason\":\"changed my mind\"}"));
        row("POST /api/grants", s -> new SampleRequest("/api/grants", "{\"customer\":\"app/ada\","
                + "\"credits\":5,\"source\":\"promotion\",\"priority\":10,"
                + "\"expiresAt\":\"2027-01-01T00:00:00Z\"," + REASON + "}"));
        row("POST /api/grants/batch", s -> new SampleRequest("/api/grants/batch",
                "{\"customer\":\"app/ada\",\"new\":true,\"credits\":5,\"id\":\"n-1\"," + REASON
                        + "}\n"));
        row("POST /api/adjustments", s -> new SampleRequest("/api/adjustments",
                "{\"customer\":\"app/ada\",\"credits\":-5," + REASON + "}"));
        row("POST /api/refunds", s -> new SampleRequest("/api/refunds",
                "{\"project\":\"" + completedProject(s) + "\",\"credits\":5," + REASON + "}"));
        row("GET /api/ops/projects",
                s -> new SampleRequest("/api/ops/projects?status=failed&limit=5"));
        row("GET /api/ops/projects/stuck",
                s -> new SampleRequest("/api/ops/projects/stuck?olderThan=90m&limit=5"));
        row("GET /api/ops/search", s -> new SampleRequest("/api/ops/search?q=app/ada"));
        row("GET /api/ops/report", s -> new SampleRequest(
                "/api/ops/report?from=2026-01-01&to=2026-03-01&by=month"));
        row("GET /api/ops/customers/{id}/statement", s -> new SampleRequest("/api/ops/customers/"
                + s.customer(TestServer.ADA, 1) + "/statement?from=2026-01-01&to=2026-03-01"));
        row("GET /api/ops/customers/{id}", s -> new SampleRequest(
                "/api/ops/customers/" + s.customer(TestServer.ADA, 1)));
        row("GET /api/ops/events",
                s -> new SampleRequest("/api/ops/events?customer=app/ada&limit=5"));
        row("POST /api/ops/projects/{id}/fail",
                s -> new SampleRequest("/api/ops/projects/" + runningProject(s) + "/fail",
                        "{" + REASON + "}"));
        row("POST /api/ops/projects/{id}/retry",
                s -> new SampleRequest("/api/ops/projects/" + waitingProject(s) + "/retry",
                        "{" + REASON + "}"));
        row("GET /api/credit-packs", s -> new SampleRequest("/api/credit-packs"));
        row("POST /api/payments", s -> new SampleRequest("/api/payments",
                "{\"pack\":\"starter\",\"gateway\":\"fake\"}"));
        row("GET /api/payments/{id}", s -> new SampleRequest("/api/payments/" + newPayment(s)));
        row("POST /api/generation-requests", s -> new SampleRequest("/api/generation-requests",
                "{\"hostname\":\"" + s.setCalculation("example.com")
                        + "\",\"provider\":\"gemini\"}"));
        row("GET /api/generation-requests/{id}",
                s -> new SampleRequest(
                        "/api/generation-requests/" + newGenerationRequest(s, "gemini")));
        row("GET /api/calculations/{hostname}",
                s -> new SampleRequest("/api/calculations/" + s.setCalculation("example.com")));
        row("PUT /api/calculations/{hostname}",
                s -> new SampleRequest("/api/calculations/example.com",
                        "{\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\","
                                + "\"price\":{\"total\":1148.18,\"perUrl\":0.25}}]}"));
        row("DELETE /api/calculations/{hostname}",
                s -> new SampleRequest(
                        "/api/calculations/" + s.setCalculation("unpaid.example")));
        row("GET /pay/{generationRequestId}",
                s -> new SampleRequest("/pay/" + newGenerationRequest(s, "gemini")));
        row("POST /pay/{generationRequestId}",
                s -> new SampleRequest("/pay/" + newGenerationRequest(s, "gemini")));
        row("GET /api/ops/payments",
                s -> new SampleRequest("/api/ops/payments?status=pending&gateway=fake&limit=5"));
        row("POST /api/ops/payments/{id}/accept",
                s -> new SampleRequest("/api/ops/payments/" + quarantinedPayment(s) + "/accept",
                        "{" + REASON + "}"));
        row("POST /api/stripe/webhook", s -> new SampleRequest("/api/stripe/webhook", "{}"));
        row("POST /api/yookassa/webhook", s -> new SampleRequest("/api/yookassa/webhook", "{}"));
        row("GET /health/live", s -> new SampleRequest("/health/live"));
        row("GET /health/ready", s -> new SampleRequest("/health/ready"));
    }

    private SampleRequests() {}

    /** A path with its query, and a body where there is one. */
    public record SampleRequest(String path, String body) {

        SampleRequest(String path) {
            this(path, "");
        }

        String pathOnly() {
            return path.replaceAll("\\?.*", "");
        }
    }

    private static void row(String route, Function<TestServer, SampleRequest> sample) {
        ROWS.put(route, sample);
    }

    public static SampleRequest of(Route route, TestServer testServer) {
        return ROWS.get(route.name()).apply(testServer);
    }

    /** The first role that may call the route. */
    public static Role callerRole(Route route) {
        return route.roles().stream().sorted().findFirst().orElse(Role.APP);
    }

    public static String newPayment(TestServer testServer) {
        return testServer.client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
    }

    private static String quarantinedPayment(TestServer testServer) {
        var payment = newPayment(testServer);
        testServer.payAtGateway(payment, Money.of(9_950, "RUB"));
        return payment;
    }

    public static String newGenerationRequest(TestServer testServer, String provider) {
        var body =
                "{\"hostname\":\"" + testServer.setCalculation("example.com") + "\",\"provider\":\""
                        + provider + "\"}";
        var testResponse = testServer.client.post(TestServer.ADA, "/api/generation-requests", body);
        return testResponse.field(testResponse.json().has("id") ? "id" : "generationRequestId");
    }

    public static String runningProject(TestServer testServer) {
        return testServer.client.generate(TestServer.ADA, "p");
    }

    static String cancellableProject(TestServer testServer) {
        return testServer.client.generate(TestServer.ADA, "#stoppable");
    }

    public static String waitingProject(TestServer testServer) {
        return testServer.client.generate(TestServer.ADA, "#unknown");
    }

    public static String completedProject(TestServer testServer) {
        var project = runningProject(testServer);
        testServer.client.report(project, "completed");
        return project;
    }
}
