package dev.makegood.pipelines;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line to one remote service: JSON out, JSON in, and every accident of a network as
 * {@link Heard.Noise}.
 *
 * <p>An answer is waited for a limited time and read up to a limited size; redirects are not
 * followed, because a credential goes along. Each call has a connection of its own: one that was
 * kept may just be closing at the other end, and then nobody knows whether the request arrived.
 */
public final class Line {

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_-]{1,200}");
    private static final Pattern PATH =
            Pattern.compile("(/[0-9A-Za-z_-]{1,200})+(\\?[0-9A-Za-z_=&-]*)?");
    private static final int ANSWER_BYTES_MAX = 8_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String base;
    private final Credential credential;
    private final Patience patience;

    /** A line to the service whose paths begin at {@code base}. */
    public Line(URI base, Credential credential, Patience patience) {
        this.base = base.toString().replaceAll("/+$", "");
        this.credential = credential;
        this.patience = patience;
    }

    /** Tells whether an id from outside may stand in a path: nothing in it leads elsewhere. */
    public static boolean mayStandInAPath(String id) {
        return PLAIN.matcher(id).matches();
    }

    /** Asks for what is at this path, which begins with a slash. */
    public Heard get(String path) {
        return call(path, HttpRequest.Builder::GET);
    }

    /** Sends this to that path, which begins with a slash. */
    public Heard post(String path, JsonNode body) {
        var bytes = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return call(path,
                request -> request.header("Content-Type", "application/json").POST(bytes));
    }

    private Heard call(String path, UnaryOperator<HttpRequest.Builder> verb) {
        return PATH.matcher(path).matches()
                ? call(verb.apply(request(path)).build())
                : new Heard.NothingSent("no such path can exist");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience.answer())
                .header("Accept", "application/json");
        credential.showTo(request);
        return request;
    }

    private Heard call(HttpRequest request) {
        var client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .followRedirects(Redirect.NEVER)
                .build();
        try {
            return wait(client, request);
        } finally {
            client.shutdownNow();
        }
    }

    private Heard wait(HttpClient client, HttpRequest request) {
        var answer = client.sendAsync(request, head -> new BoundedBody(ANSWER_BYTES_MAX));
        try {
            return understood(answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return broken(e);
        } catch (TimeoutException e) {
            return new Heard.Noise("no answer within " + patience.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard.Noise("interrupted while waiting for the answer");
        }
    }

    private Heard understood(HttpResponse<byte[]> response) {
        try {
            return new Heard.Said(response.statusCode(), JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return new Heard.Noise("an answer that is not JSON, status " + response.statusCode());
        }
    }

    /** Whatever broke on the way; anything else is a bug of ours. */
    private Heard broken(ExecutionException e) {
        return switch (e.getCause()) {
            case ConnectException none -> new Heard.NothingSent(words(none));
            case HttpConnectTimeoutException none -> new Heard.NothingSent(words(none));
            case IOException broken -> new Heard.Noise(words(broken));
            case null, default -> throw new IllegalStateException("a call could not be made", e);
        };
    }

    private String words(IOException e) {
        return credential.blot(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    /** What was heard, in words that are fit to be shown. */
    public String inWords(Heard heard) {
        return switch (heard) {
            case Heard.Said said -> credential.blot(Reason.of(said));
            case Heard.NothingSent none -> none.why();
            case Heard.Noise noise -> noise.why();
        };
    }
}
