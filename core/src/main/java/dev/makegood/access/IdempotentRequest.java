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
 * @param bodyHash SHA-256 of the request's body
 * @param resourceId the id of what it makes, chosen before anything is made, so that a repeat makes
 *        the same
 * @param response what was answered; null while it runs
 */
public record IdempotentRequest(String route, String key, SecretHash bodyHash, UUID resourceId,
        Instant startedAt, @Nullable StoredResponse response) {

    private static final Duration RUN_TIMEOUT = Duration.ofSeconds(60);

    /** What was answered: an HTTP status and a body. */
    public record StoredResponse(int status, String body) {}

    IdempotentRequest withResponse(StoredResponse newResponse) {
        return new IdempotentRequest(route, key, bodyHash, resourceId, startedAt, newResponse);
    }

    IdempotentRequest restart(Instant at) {
        return new IdempotentRequest(route, key, bodyHash, resourceId, at, null);
    }

    /** Nobody runs it any more: it counts as abandoned at once. */
    IdempotentRequest interrupted(Instant at) {
        return restart(at.minus(RUN_TIMEOUT));
    }

    /** How much longer it may be running; zero or less once it counts as abandoned. */
    Duration remainingTime(Instant now) {
        return Duration.between(now, startedAt.plus(RUN_TIMEOUT));
    }
}
