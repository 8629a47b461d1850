package dev.makegood.stripe.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The first response under a key, kept for a day and replayed, errors of the server included. */
final class FakeStripeIdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(1);

    private record RememberedResponse(String request, Optional<FakeStripeResponse> answer,
            Instant at) {}

    private final Map<String, RememberedResponse> responses = new HashMap<>();
    private final InstantSource clock;

    FakeStripeIdempotencyKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a request under a key; returns the first response, if there was one. */
    synchronized Optional<FakeStripeResponse> begin(String key, String request) {
        responses.values()
                .removeIf(old -> old.answer().isPresent()
                        && !old.at().plus(KEPT).isAfter(clock.instant()));
        var first = responses.putIfAbsent(key,
                new RememberedResponse(request, Optional.empty(), clock.instant()));
        if (first == null) {
            return Optional.empty();
        }
        if (!first.request().equals(request)) {
            throw FakeStripeError.otherParameters();
        }
        return Optional.of(first.answer()
                .orElseThrow(FakeStripeError::keyInUse)
                .with("Idempotent-Replayed", "true"));
    }

    /** Ends it with a response that is replayed; refusals of the request itself are not. */
    synchronized void remember(String key, FakeStripeResponse response) {
        if (response.status() < 400 || response.status() == 402 || response.status() == 500) {
            responses.computeIfPresent(key,
                    (k, begun) -> new RememberedResponse(begun.request(), Optional.of(response),
                            begun.at()));
        } else {
            responses.remove(key);
        }
    }
}
