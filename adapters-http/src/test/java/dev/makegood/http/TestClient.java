package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.http.server.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends real requests to a test server. */
public final class TestClient {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestServer testServer;

    TestClient(TestServer testServer) {
        this.testServer = testServer;
    }

    public record TestResponse(int status, String text, HttpResponse<String> raw) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String field(String field) {
            return json().at("/" + field).asString();
        }

        public long number(String field) {
            return json().at("/" + field).asLong();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** As a product, for a customer. */
    public TestResponse get(String customer, String path) {
        return send(as(Role.APP, path).header("Makegood-Customer", customer).GET());
    }

    public TestResponse post(String customer, String path, String body, String... headers) {
        return send(with(as(Role.APP, path).header("Makegood-Customer", customer), headers)
                .POST(BodyPublishers.ofString(body)));
    }

    /** With a key of this role. */
    public TestResponse get(Role role, String path) {
        return send(as(role, path).GET());
    }

    public TestResponse post(Role role, String path, String body, String... headers) {
        return send(with(as(role, path), headers).POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder as(Role role, String path) {
        return to(path).header("Authorization", "Bearer " + testServer.keys.get(role));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(testServer.url(path)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    public static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    public TestResponse send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new TestResponse(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("no response to " + request.build(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** With the method of a route, and a body if that method has one. */
    public static HttpRequest.Builder withMethodOf(
            Route route, HttpRequest.Builder request, String body) {
        return withMethodOf(route, request, BodyPublishers.ofString(body));
    }

    static HttpRequest.Builder withMethodOf(
            Route route, HttpRequest.Builder request, HttpRequest.BodyPublisher body) {
        var method = route.method().name();
        if (route.routeKind() == Route.RouteKind.LIST) {
            request.setHeader("Content-Type", "application/x-ndjson");
        }
        return request.method(method,
                method.matches("POST|PUT") ? body : BodyPublishers.noBody());
    }

    /** Orders a video and returns the id of its project. */
    public String generate(String customer, String prompt) {
        return post(customer, "/api/story-editor/generate", "{\"prompt\":\"" + prompt + "\"}")
                .field("projectId");
    }

    public TestResponse report(String project, String status) {
        return post(Role.PIPELINE, "/api/story-editor/project/status",
                "{\"projectId\":\"" + project + "\",\"status\":\"" + status
                        + "\",\"errorMessage\":\"out of memory\"}");
    }

    public static List<String> list(JsonNode array, String field) {
        return array.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
