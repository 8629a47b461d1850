package dev.makegood.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that its sender may repeat, known by the sender's idempotency key.
 *
 * @param route method and path
 * @param key the sender's, at most 255 characters
 * @param bodyHash SHA-256 of what was asked
 * @param makes the id of what it makes, settled before anything is made, so that a repeat makes the same
 * @param answer what was answered; null while it runs
 */
public record Request(String route, String key, SecretHash bodyHash, UUID makes, Instant startedAt,
        @Nullable Answer answer) {

    private static final Duration RUNS_AT_MOST = Duration.ofSeconds(60);

    /** What was answered: an HTTP status and a body. */
    public record Answer(int status, String body) {}

    Request answered(Answer given) {
        return new Request(route, key, bodyHash, makes, startedAt, given);
    }

    Request startedAgain(Instant at) {
        return new Request(route, key, bodyHash, makes, at, null);
    }

    /** How much longer it may be running; nothing left if whoever ran it is gone. */
    Duration mayRunFor(Instant now) {
        return Duration.between(now, startedAt.plus(RUNS_AT_MOST));
    }
}
