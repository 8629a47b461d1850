package dev.makegood.httpclient;

import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.ApiResult.NotSent;
import dev.makegood.httpclient.ApiResult.OutcomeUnknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One remote service: JSON out, JSON in, and every accident of a network as an {@link ApiResult}.
 *
 * <p>A response is waited for a limited time and read up to a limited size; redirects are not
 * followed, because a credential goes along. Connections are kept for the next call. One that the
 * other end is just closing makes a POST an {@link OutcomeUnknown}: it is never sent again from
 * here, so a caller finds out what became of it, or repeats it under an idempotency key. A GET that met
 * such a connection is sent again by the JDK, once more and on a new one.
 */
public final class JsonClient {

    private static final int PATH_LENGTH_MAX = 8_000;
    private static final int WORDS_MAX = 500;
    private static final Pattern PATH =
            Pattern.compile("(/" + PathSegments.SAFE + ")+(\\?[0-9A-Za-z_=&.%+*-]*)?");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final JsonMapper JSON = new JsonMapper();

    private final Endpoint endpoint;
    private final HttpClient httpClient;

    public JsonClient(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.httpClient = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(endpoint.timeouts().connect())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Gets what is at this path, which begins with a slash. */
    public ApiResult get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    /** Posts this to that path, which begins with a slash. */
    public ApiResult post(String path, JsonNode body) {
        return post(path, body, List.of());
    }

    /** Posts with one more header, for example an idempotency key. */
    public ApiResult post(String path, JsonNode body, Header extra) {
        return post(path, body, List.of(extra));
    }

    private ApiResult post(String path, JsonNode body, List<Header> extra) {
        var bytes = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send(path, request -> {
            extra.forEach(header -> request.header(header.name(), header.value()));
            return request.header("Content-Type", "application/json").POST(bytes);
        });
    }

    private ApiResult send(String path, UnaryOperator<HttpRequest.Builder> withMethod) {
        return isValid(path)
                ? send(withMethod.apply(newRequest(path)).build())
                : new NotSent(shown("this is not a path that can be called: " + path));
    }

    private static boolean isValid(String path) {
        return path.length() <= PATH_LENGTH_MAX
                && PATH.matcher(path).matches()
                && !BROKEN_ESCAPE.matcher(path).find();
    }

    private HttpRequest.Builder newRequest(String path) {
        var request = HttpRequest.newBuilder(endpoint.url(path))
                .timeout(endpoint.timeouts().response())
                .header("Accept", "application/json");
        var authorization = endpoint.credential().authorization();
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private ApiResult send(HttpRequest request) {
        var timeout = endpoint.timeouts().response();
        var pending =
                httpClient.sendAsync(request, BoundedBody.upTo(endpoint.responseBytesMax()));
        try {
            return toResult(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return failureResult(e);
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new OutcomeUnknown("no response within " + timeout);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new OutcomeUnknown("interrupted while waiting for the response");
        }
    }

    private static ApiResult toResult(HttpResponse<byte[]> response) {
        try {
            return new JsonResponse(response.statusCode(), JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return new OutcomeUnknown("the response is not JSON, status " + response.statusCode());
        }
    }

    /** What broke on the way; any other exception is a bug of ours. */
    private ApiResult failureResult(ExecutionException e) {
        return switch (e.getCause()) {
            case ConnectException notConnected -> new NotSent(describe(notConnected));
            case HttpConnectTimeoutException notConnected -> new NotSent(describe(notConnected));
            case IOException broken -> new OutcomeUnknown(describe(broken));
            case null, default -> throw new IllegalStateException("a call could not be made", e);
        };
    }

    private String describe(IOException e) {
        return shown(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    private String shown(String words) {
        return ErrorText.of(words, endpoint.credential()::redact, WORDS_MAX);
    }
}
