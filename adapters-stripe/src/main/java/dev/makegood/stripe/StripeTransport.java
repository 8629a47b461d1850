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
import dev.makegood.httpclient.BoundedBody;
import dev.makegood.httpclient.Endpoint;
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
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport under Stripe's library: ours, because the library's own follows redirects with the key, waits for a
 * slow body without end and reads one of any size, breaks on a response that is not JSON, and writes and sends an id
 * of this machine unless a static field forbids it.
 */
final class StripeTransport extends HttpClient {

    private static final String TELEMETRY_HEADER = "X-Stripe-Client-Telemetry";
    private static final BodyHandler<byte[]> BODY =
            BoundedBody.upTo(Endpoint.RESPONSE_BYTES_MAX);
    private static final String USER_AGENT =
            "Stripe/v1 JavaBindings/" + com.stripe.Stripe.VERSION + " Makegood";

    private final java.net.http.HttpClient client;
    private final Duration responseTimeout;

    StripeTransport(Duration connectTimeout, Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        var pending = client.sendAsync(toHttpRequest(request), BODY);
        try {
            return toStripeResponse(pending.get(responseTimeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw connectionException(
                    new SocketTimeoutException("no response within " + responseTimeout));
        } catch (ExecutionException e) {
            throw connectionFailure(e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted while waiting for the response", e);
        }
    }

    private static HttpRequest toHttpRequest(StripeRequest request) {
        var httpRequest = HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> copyHeader(httpRequest, name, values));
        httpRequest.setHeader("User-Agent", USER_AGENT);
        var content = request.content();
        if (content != null) {
            httpRequest.setHeader("Content-Type", content.contentType());
        }
        return httpRequest.method(request.method().name(), content == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(content.byteArrayContent())).build();
    }

    private static void copyHeader(
            HttpRequest.Builder httpRequest, String name, List<String> values) {
        if (!name.equalsIgnoreCase(TELEMETRY_HEADER)) {
            httpRequest.setHeader(name, String.join(",", values));
        }
    }

    private static StripeResponse toStripeResponse(HttpResponse<byte[]> response)
            throws ApiConnectionException {
        var status = response.statusCode();
        var headers = HttpHeaders.of(response.headers().map());
        var body = new String(response.body(), StandardCharsets.UTF_8);
        return new StripeResponse(status, headers,
                status / 100 == 2 ? requireJsonObject(body, status) : errorBody(body));
    }

    private static String requireJsonObject(String body, int status) throws ApiConnectionException {
        if (parseJson(body).isJsonObject()) {
            return body;
        }
        throw new ApiConnectionException("the response is not a JSON object, status " + status);
    }

    /** An error in another shape than theirs, a proxy's perhaps, is read as one without an explanation. */
    private static String errorBody(String body) {
        return parseJson(body) instanceof JsonObject object
                && object.get("error") instanceof JsonObject error
                && error.get("type") != null
                        ? body
                        : "{\"error\":{\"type\":\"api_error\"}}";
    }

    private static JsonElement parseJson(String body) {
        try {
            return JsonParser.parseString(body);
        } catch (JsonParseException e) {
            return new JsonPrimitive("not JSON");
        }
    }

    /** The library repeats a call by the kind of what is wrapped here. */
    private static ApiConnectionException connectionFailure(ExecutionException e) {
        return switch (e.getCause()) {
            case ConnectException notConnected -> connectionException(notConnected);
            case HttpConnectTimeoutException notConnected ->
                    connectionException(new ConnectException("no connection"));
            case IOException broken -> connectionException(broken);
            case null, default -> throw new IllegalStateException("a call could not be made", e);
        };
    }

    private static ApiConnectionException connectionException(IOException cause) {
        return new ApiConnectionException(
                cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
