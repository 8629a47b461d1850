package dev.makegood.yookassa;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was asked with which key, for 24 hours from the first time: the same again is answered the same. */
final class Repeats {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int KEY_MAX = 64;

    private final InstantSource clock;
    private final Map<String, Known> known = new HashMap<>();

    Repeats(InstantSource clock) {
        this.clock = clock;
    }

    private record Known(String request, Answer answer, Instant since) {}

    /** Does this work once for a key, and says the same to whoever asks the same. */
    synchronized Answer once(String key, String request, Supplier<Answer> work) {
        if (key.isEmpty() || key.length() > KEY_MAX) {
            return Answer.invalid("Idempotence key is absent or too long", Line.KEY);
        }
        var now = clock.instant();
        known.values().removeIf(it -> !it.since().plus(KEPT).isAfter(now));
        var before = known.get(key);
        if (before != null) {
            return before.request().equals(request) ? before.answer()
                    : Answer.invalid("Idempotence key duplicated", Line.KEY);
        }
        var answer = work.get();
        known.put(key, new Known(request, answer, now));
        return answer;
    }
}
