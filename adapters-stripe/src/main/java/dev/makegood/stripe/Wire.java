package dev.makegood.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The wire under Stripe's library: ours, because the library's own follows redirects with the key, waits for a slow
 * body without end, breaks on an answer that is no JSON, and writes and sends an id of this machine unless a static
 * field forbids it.
 */
final class Wire extends HttpClient {

    private static final String TELEMETRY = "X-Stripe-Client-Telemetry";
    private static final String AGENT =
            "Stripe/v1 JavaBindings/" + com.stripe.Stripe.VERSION + " Makegood";

    private final java.net.http.HttpClient client;
    private final Duration answer;

    Wire(Duration connect, Duration answer) {
        this.answer = answer;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        var sent = client.sendAsync(http(request), BodyHandlers.ofString());
        try {
            return understood(sent.get(answer.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw lost(new SocketTimeoutException("no answer within " + answer));
        } catch (ExecutionException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted while waiting for the answer", e);
        }
    }

    private static HttpRequest http(StripeRequest request) {
        var http = HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> header(http, name, values));
        http.setHeader("User-Agent", AGENT);
        var content = request.content();
        if (content != null) {
            http.setHeader("Content-Type", content.contentType());
        }
        return http.method(request.method().name(), content == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(content.byteArrayContent())).build();
    }

    private static void header(HttpRequest.Builder http, String name, List<String> values) {
        if (!name.equalsIgnoreCase(TELEMETRY)) {
            http.setHeader(name, String.join(",", values));
        }
    }

    private static StripeResponse understood(HttpResponse<String> response)
            throws ApiConnectionException {
        var status = response.statusCode();
        var headers = HttpHeaders.of(response.headers().map());
        if (status / 100 == 2) {
            return new StripeResponse(status, headers, object(response.body(), status));
        }
        return new StripeResponse(status, headers, error(response.body()));
    }

    private static String object(String body, int status) throws ApiConnectionException {
        if (json(body).isJsonObject()) {
            return body;
        }
        throw new ApiConnectionException("an answer that is no object, status " + status);
    }

    /** What says no in the wrong shape, a proxy perhaps, is read as an error nobody explained. */
    private static String error(String body) {
        return json(body) instanceof JsonObject object
                && object.get("error") instanceof JsonObject error
                && error.get("type") != null
                        ? body
                        : "{\"error\":{\"type\":\"api_error\"}}";
    }

    private static JsonElement json(String body) {
        try {
            return JsonParser.parseString(body);
        } catch (JsonParseException e) {
            return new JsonPrimitive("no JSON");
        }
    }

    /** The library repeats a call by the kind of what is wrapped here. */
    private static ApiConnectionException broken(ExecutionException e) {
        return switch (e.getCause()) {
            case ConnectException none -> lost(none);
            case HttpConnectTimeoutException none -> lost(new ConnectException("no connection"));
            case IOException broken -> lost(broken);
            case null, default -> throw new IllegalStateException("a call could not be made", e);
        };
    }

    private static ApiConnectionException lost(IOException cause) {
        return new ApiConnectionException(
                cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }

}
