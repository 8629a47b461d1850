package dev.makegood.yookassa.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The request of each key, for 24 hours from the first time: the same request gets the same response. */
final class FakeYooKassaIdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int KEY_MAX = 64;

    private final InstantSource clock;
    private final Map<String, RememberedRequest> remembered = new HashMap<>();

    FakeYooKassaIdempotencyKeys(InstantSource clock) {
        this.clock = clock;
    }

    private record RememberedRequest(String request, FakeYooKassaResponse response,
            Instant since) {}

    /** Does this work once for a key, and responds the same to the same request. */
    synchronized FakeYooKassaResponse handleOnce(
            String key, String request, Supplier<FakeYooKassaResponse> work) {
        if (key.isEmpty() || key.length() > KEY_MAX) {
            return FakeYooKassaResponse.invalid("Idempotence key is absent or too long",
                    FakeYooKassaRequest.IDEMPOTENCE_KEY);
        }
        var now = clock.instant();
        remembered.values().removeIf(it -> !it.since().plus(KEPT).isAfter(now));
        var before = remembered.get(key);
        if (before != null) {
            return before.request().equals(request) ? before.response()
                    : FakeYooKassaResponse.invalid("Idempotence key duplicated",
                            FakeYooKassaRequest.IDEMPOTENCE_KEY);
        }
        var response = work.get();
        remembered.put(key, new RememberedRequest(request, response, now));
        return response;
    }
}
