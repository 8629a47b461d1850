package dev.makegood.pipelines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports to the product how a run ended: once, without a retry, ignoring the response, as the
 * sources' Python ({@code requests.post(f"{API_BASE}/api/story-editor/project/status", json={…})})
 * and Prefect's automations do.
 */
public final class FakeStatusCallbacks {

    /** What was sent, and the status that came back, for tests only; 0 if none did. */
    public record SentCallback(String body, int status) {}

    /** Who calls: the code of the flow itself, or an automation of the Prefect server. */
    public enum CallbackSender {
        FLOW_CODE("python-requests/2.32.3"),
        AUTOMATION("python-httpx/0.28.1");

        private final String userAgent;

        CallbackSender(String userAgent) {
            this.userAgent = userAgent;
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI apiBase;
    private final CallbackSender sender;
    private final List<SentCallback> sent = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> headers = Map.of();
    private volatile UnaryOperator<String> naming = id -> id;
    private volatile FakeCallbackMode mode = FakeCallbackMode.ONCE;

    private FakeStatusCallbacks(URI apiBase, CallbackSender callbackSender) {
        this.apiBase = apiBase;
        this.sender = callbackSender;
    }

    /** Calls {@code apiBase + /api/story-editor/project/status} from inside the flow. */
    public static FakeStatusCallbacks fromTheFlow(URI apiBase) {
        return new FakeStatusCallbacks(apiBase, CallbackSender.FLOW_CODE);
    }

    /** Calls the same address from an automation of the Prefect server. */
    public static FakeStatusCallbacks fromAnAutomation(URI apiBase) {
        return new FakeStatusCallbacks(apiBase, CallbackSender.AUTOMATION);
    }

    /** With these headers, as a webhook block has them. */
    public FakeStatusCallbacks withHeaders(Map<String, String> newHeaders) {
        headers = Map.copyOf(newHeaders);
        return this;
    }

    /** Names the project by what this makes of the pipeline's own id; else by that id itself. */
    public FakeStatusCallbacks namingProjects(UnaryOperator<String> newNaming) {
        naming = newNaming;
        return this;
    }

    public FakeStatusCallbacks inMode(FakeCallbackMode newManner) {
        mode = newManner;
        return this;
    }

    public List<SentCallback> sent() {
        return List.copyOf(sent);
    }

    public void reportCompleted(String id) {
        report(id, Optional.empty());
    }

    public void reportFailed(String id, String error) {
        report(id, Optional.of(error));
    }

    private void report(String id, Optional<String> error) {
        var opposite = error.isPresent()
                ? Optional.<String>empty()
                : Optional.of("on second thoughts");
        switch (mode) {
            case NEVER -> {}
            case ONCE -> send(id, error);
            case TWICE -> { send(id, error); send(id, error); }
            case CONTRADICTING -> { send(id, error); send(id, opposite); }
        }
    }

    private void send(String id, Optional<String> error) {
        var body = body(naming.apply(id), error);
        sent.add(new SentCallback(body, post(body)));
    }

    private static String body(String name, Optional<String> error) {
        var status = error.isPresent() ? "failed" : "completed";
        var why = error.map(text -> ", \"errorMessage\": " + quote(text)).orElse("");
        return "{\"projectId\": %s, \"status\": \"%s\"%s}"
                .formatted(quote(name), status, why);
    }

    private static String quote(String text) {
        return JSON.writeValueAsString(text);
    }

    private int post(String body) {
        try {
            return client.send(request(body), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;       // the flow ends here; no report is sent
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest request(String body) {
        var address = URI.create(apiBase + "/api/story-editor/project/status");
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("User-Agent", sender.userAgent)
                .header("Accept-Encoding", "gzip, deflate")
                .header("Accept", "*/*")
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.POST(BodyPublishers.ofString(body)).build();
    }
}
