package dev.makegood.http;

import dev.makegood.access.Role;
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

/** Real requests to a stage, and what came back. */
final class Calls {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stage stage;

    Calls(Stage stage) {
        this.stage = stage;
    }

    record Got(int status, String text, HttpResponse<String> raw) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String field) {
            return json().at("/" + field).asString();
        }

        long number(String field) {
            return json().at("/" + field).asLong();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** As the product, for a customer. */
    Got get(String customer, String path) {
        return send(as(Role.APP, path).header("Makegood-Customer", customer).GET());
    }

    Got post(String customer, String path, String body, String... headers) {
        return send(with(as(Role.APP, path).header("Makegood-Customer", customer), headers)
                .POST(BodyPublishers.ofString(body)));
    }

    /** As a key of this role. */
    Got get(Role role, String path) {
        return send(as(role, path).GET());
    }

    Got post(Role role, String path, String body, String... headers) {
        return send(with(as(role, path), headers).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder as(Role role, String path) {
        return to(path).header("Authorization", "Bearer " + stage.keys.get(role));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(stage.url(path)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    Got send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Got(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.build(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** By the method of a route, with a body where that has one. */
    static HttpRequest.Builder by(Route route, HttpRequest.Builder request, String body) {
        return by(route, request, BodyPublishers.ofString(body));
    }

    static HttpRequest.Builder by(
            Route route, HttpRequest.Builder request, HttpRequest.BodyPublisher body) {
        var method = route.method().name();
        return request.method(method,
                method.matches("POST|PUT") ? body : BodyPublishers.noBody());
    }

    /** A video, and its project's id. */
    String generated(String customer, String prompt) {
        return post(customer, "/api/story-editor/generate", "{\"prompt\":\"" + prompt + "\"}")
                .at("projectId");
    }

    Got reported(String project, String status) {
        return post(Role.PIPELINE, "/api/story-editor/project/status",
                "{\"projectId\":\"" + project + "\",\"status\":\"" + status
                        + "\",\"errorMessage\":\"out of memory\"}");
    }

    static List<String> list(JsonNode array, String field) {
        return array.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
