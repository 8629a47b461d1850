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
 * Tells the product how a run ended: once, without a second try, and deaf to the answer, as the
 * sources' Python ({@code requests.post(f"{API_BASE}/api/story-editor/project/status", json={…})})
 * and Prefect's automations do.
 */
public final class StatusCalls {

    /** What was sent, and what came back, which only a test looks at; 0 if nothing did. */
    public record Sent(String body, int status) {}

    /** Who calls: the code of the flow itself, or an automation of the Prefect server. */
    public enum Style {
        FLOW_CODE("python-requests/2.32.3"),
        AUTOMATION("python-httpx/0.28.1");

        private final String userAgent;

        Style(String userAgent) {
            this.userAgent = userAgent;
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI apiBase;
    private final Style style;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> headers = Map.of();
    private volatile UnaryOperator<String> naming = id -> id;
    private volatile Manner manner = Manner.ONCE;

    private StatusCalls(URI apiBase, Style style) {
        this.apiBase = apiBase;
        this.style = style;
    }

    /** Calls {@code apiBase + /api/story-editor/project/status} from inside the flow. */
    public static StatusCalls fromTheFlow(URI apiBase) {
        return new StatusCalls(apiBase, Style.FLOW_CODE);
    }

    /** Calls the same address from an automation of the Prefect server. */
    public static StatusCalls fromAnAutomation(URI apiBase) {
        return new StatusCalls(apiBase, Style.AUTOMATION);
    }

    /** With these headers, as a webhook block has them. */
    public StatusCalls withHeaders(Map<String, String> newHeaders) {
        headers = Map.copyOf(newHeaders);
        return this;
    }

    /** Names the project by what this makes of the pipeline's own id; else by that id itself. */
    public StatusCalls naming(UnaryOperator<String> newNaming) {
        naming = newNaming;
        return this;
    }

    public StatusCalls in(Manner newManner) {
        manner = newManner;
        return this;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public void completed(String id) {
        tell(id, Optional.empty());
    }

    public void failed(String id, String error) {
        tell(id, Optional.of(error));
    }

    private void tell(String id, Optional<String> error) {
        var opposite = error.isPresent()
                ? Optional.<String>empty()
                : Optional.of("on second thoughts");
        switch (manner) {
            case NEVER -> {}
            case ONCE -> say(id, error);
            case TWICE -> { say(id, error); say(id, error); }
            case CONTRADICTING -> { say(id, error); say(id, opposite); }
        }
    }

    private void say(String id, Optional<String> error) {
        var body = body(naming.apply(id), error);
        sent.add(new Sent(body, post(body)));
    }

    private static String body(String name, Optional<String> error) {
        var status = error.isPresent() ? "failed" : "completed";
        var why = error.map(text -> ", \"errorMessage\": " + quoted(text)).orElse("");
        return "{\"projectId\": %s, \"status\": \"%s\"%s}"
                .formatted(quoted(name), status, why);
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private int post(String body) {
        try {
            return client.send(request(body), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;       // the flow ends here; nobody hears of it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest request(String body) {
        var address = URI.create(apiBase + "/api/story-editor/project/status");
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("User-Agent", style.userAgent)
                .header("Accept-Encoding", "gzip, deflate")
                .header("Accept", "*/*")
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.POST(BodyPublishers.ofString(body)).build();
    }
}
