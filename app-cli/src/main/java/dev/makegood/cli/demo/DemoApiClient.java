package dev.makegood.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API over HTTP as a product does: with its key, for one customer. */
record DemoApiClient(HttpClient client, URI address, String key, String customer)
        implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    static DemoApiClient of(URI address, String key, String customer) {
        return new DemoApiClient(HttpClient.newHttpClient(), address, key, customer);
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", customer);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the server of the demo does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is ending", e);
        }
    }

    @Override
    public String toString() {
        return "DemoApiClient[" + address + "]";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
