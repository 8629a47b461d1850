package dev.makegood.yookassa;

import dev.makegood.yookassa.Heard.Unclear;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line to their API: JSON out, JSON in, a key with everything that changes something.
 *
 * <p>An answer is waited for a limited time and read up to a limited size; redirects are not followed, because a
 * secret goes along. Nothing is sent twice by itself: whoever wants it again asks again with the same key.
 */
final class Line {

    /** The header of the keys, in their spelling. */
    static final String KEY = "Idempotence-Key";

    private static final int KEY_LENGTH_MAX = 64;
    private static final int ANSWER_BYTES_MAX = 4_000_000;
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z-]{1,50}");
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final Shop shop;
    private final Patience patience;
    private final HttpClient client;
    private final Admission admission = new Admission();

    Line(URI base, Shop shop, Patience patience) {
        this.base = base.toString().replaceAll("/+$", "");
        this.shop = shop;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Tells whether an id from outside may stand in a path: nothing in it leads elsewhere. */
    static boolean mayStandInAPath(String id) {
        return PLAIN.matcher(id).matches();
    }

    /** Asks for what is at this path, whose parts from outside were looked at before. */
    Heard get(String path) {
        return call(request(path).GET().build());
    }

    /** Sends this to that path, with a key of at most 64 characters. */
    Heard post(String path, String key, JsonNode body) {
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("not a key for " + KEY + ": " + key);
        }
        return call(request(path)
                .header(KEY, key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience.answer())
                .header("Accept", "application/json")
                .header("Authorization", shop.header());
    }

    private Heard call(HttpRequest request) {
        var answer = client.sendAsync(request, head -> new BoundedBody(ANSWER_BYTES_MAX));
        try {
            var response = answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
            return admission.through(Reply.of(response.statusCode(), response.body(), shop));
        } catch (ExecutionException e) {
            return broken(e);
        } catch (TimeoutException e) {
            var unused = answer.cancel(true);
            return new Unclear("no answer within " + patience.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unclear("interrupted while waiting for the answer");
        }
    }

    /** Whatever broke on the way; anything else is a bug of ours. */
    private Heard broken(ExecutionException e) {
        if (e.getCause() instanceof IOException broken) {
            return new Unclear(shop.blot(
                    broken.getClass().getSimpleName() + ": " + broken.getMessage()));
        }
        throw new IllegalStateException("a call could not be made", e);
    }
}
