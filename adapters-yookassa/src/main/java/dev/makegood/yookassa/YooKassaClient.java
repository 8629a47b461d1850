package dev.makegood.yookassa;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.ApiResult.NotSent;
import dev.makegood.httpclient.ApiResult.OutcomeUnknown;
import dev.makegood.httpclient.Endpoint;
import dev.makegood.httpclient.Header;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.yookassa.YooKassaResult.YooKassaUnknown;
import java.net.URI;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Their API: JSON out, JSON in, and an idempotency key with everything that changes something. */
final class YooKassaClient {

    /** The header of the keys, in their spelling. */
    static final String IDEMPOTENCE_KEY = "Idempotence-Key";

    private static final int KEY_LENGTH_MAX = 64;
    private static final int RESPONSE_BYTES_MAX = 4_000_000;
    private static final Pattern PATH_SAFE = Pattern.compile("[0-9A-Za-z-]{1,50}");

    private final JsonClient client;
    private final YooKassaCredentials credentials;
    private final YooKassaKeyAlarm keyAlarm = new YooKassaKeyAlarm();

    YooKassaClient(URI baseUrl, YooKassaCredentials credentials, HttpTimeouts timeouts) {
        this.client = new JsonClient(Endpoint.of(baseUrl, credentials.credential(), timeouts)
                .withResponseBytesMax(RESPONSE_BYTES_MAX));
        this.credentials = credentials;
    }

    /** Tells whether an id from outside is shaped like one of theirs, so that it may stand in a path. */
    static boolean isPathSafe(String id) {
        return PATH_SAFE.matcher(id).matches();
    }

    /** Gets what is at this path, whose parts from outside were checked before. */
    YooKassaResult get(String path) {
        return toResult(client.get(path));
    }

    /** Posts this to that path, with a key of at most 64 characters. */
    YooKassaResult post(String path, String idempotenceKey, JsonNode body) {
        if (idempotenceKey.isEmpty() || idempotenceKey.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException(IDEMPOTENCE_KEY + " has 1 to " + KEY_LENGTH_MAX
                    + " characters: " + idempotenceKey);
        }
        return toResult(client.post(path, body, new Header(IDEMPOTENCE_KEY, idempotenceKey)));
    }

    /** What was not sent is unknown too: the same key may have been sent before. */
    private YooKassaResult toResult(ApiResult result) {
        return switch (result) {
            case JsonResponse response -> keyAlarm.toResult(
                    new YooKassaResponse(response.status(), response.body(), credentials));
            case NotSent notSent -> new YooKassaUnknown(notSent.why());
            case OutcomeUnknown unknown -> new YooKassaUnknown(unknown.why());
        };
    }
}
