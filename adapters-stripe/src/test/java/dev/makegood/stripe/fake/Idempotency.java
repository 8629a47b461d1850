package dev.makegood.stripe.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The first answer under a key, kept for a day and given again, errors of the server among it. */
final class Idempotency {

    private static final Duration KEPT = Duration.ofDays(1);

    private record Kept(String request, Optional<Answer> answer, Instant at) {}

    private final Map<String, Kept> kept = new HashMap<>();
    private final InstantSource clock;

    Idempotency(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a request under a key; answers what was answered the first time, if it was. */
    synchronized Optional<Answer> begin(String key, String request) {
        kept.values()
                .removeIf(old -> old.answer().isPresent()
                        && !old.at().plus(KEPT).isAfter(clock.instant()));
        var first = kept.putIfAbsent(key, new Kept(request, Optional.empty(), clock.instant()));
        if (first == null) {
            return Optional.empty();
        }
        if (!first.request().equals(request)) {
            throw Refusal.otherParameters();
        }
        return Optional.of(first.answer()
                .orElseThrow(Refusal::keyInUse)
                .with("Idempotent-Replayed", "true"));
    }

    /** Ends it with an answer that is given again; refusals of the request itself are not. */
    synchronized void end(String key, Answer answer) {
        if (answer.status() < 400 || answer.status() == 402 || answer.status() == 500) {
            kept.computeIfPresent(key,
                    (k, begun) -> new Kept(begun.request(), Optional.of(answer), begun.at()));
        } else {
            kept.remove(key);
        }
    }
}
