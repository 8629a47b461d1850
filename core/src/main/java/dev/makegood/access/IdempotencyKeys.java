package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * The desk that recognises repeated requests by their idempotency keys, kept for 30 days.
 *
 * <p>A request is stored before it has any effect, with the id of what it makes; so a repeat after
 * a crash makes the same resource, and its id says that it exists.
 */
public final class IdempotencyKeys {

    static final Duration RETENTION = Duration.ofDays(30);

    private final Store<? extends AccessUnit> store;
    private final IdempotentRequestDirectory directory;
    private final InstantSource clock;

    public IdempotencyKeys(
            Store<? extends AccessUnit> store, IdempotentRequestDirectory directory,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /** What a request with an idempotency key is. */
    public sealed interface IdempotencyCheck {}

    /**
     * The first with its key, or one that was never finished: make the resource of this id, then
     * answer.
     *
     * @param startedAt tells this run from one that takes its place when it takes too long
     */
    public record NewRequest(UUID resourceId, Instant startedAt) implements IdempotencyCheck {}

    /** It was answered before, like this. */
    public record AlreadyAnswered(IdempotentRequest.StoredResponse response)
            implements IdempotencyCheck {}

    /** The first request is still running; retry after this. */
    public record InProgress(Duration retryAfter) implements IdempotencyCheck {}

    /** The key was used for another request. */
    public record IdempotencyMismatch() implements IdempotencyCheck {}

    /**
     * Where a request that is no customer's is kept: at the system account of its key, or at the first one, where
     * versions with one system account began all of them.
     */
    public CustomerId systemAccountFor(String route, String key) {
        return directory.contains(CustomerId.SYSTEM_ACCOUNT, route, key) ? CustomerId.SYSTEM_ACCOUNT
                : CustomerId.systemAccountFor(route + " " + key);
    }

    /** Begins a request; {@code resourceId} is the id of what it makes if it is the first. */
    public IdempotencyCheck begin(
            CustomerId customer, String route, String key, SecretHash bodyHash, UUID resourceId) {
        var now = clock.instant();
        return store.write(customer, unit -> {
            unit.idempotentRequests().removeStartedBefore(now.minus(RETENTION));
            var known = unit.idempotentRequests().find(route, key);
            if (known.isPresent()) {
                return checkRepeat(unit, known.get(), bodyHash, now);
            }
            unit.idempotentRequests()
                    .save(new IdempotentRequest(route, key, bodyHash, resourceId, now, null));
            return new NewRequest(resourceId, now);
        });
    }

    private static IdempotencyCheck checkRepeat(
            AccessUnit unit, IdempotentRequest known, SecretHash bodyHash, Instant now) {
        if (!known.bodyHash().equals(bodyHash)) {
            return new IdempotencyMismatch();
        }
        if (known.response() != null) {
            return new AlreadyAnswered(known.response());
        }
        var remainingTime = known.remainingTime(now);
        if (remainingTime.isPositive()) {
            return new InProgress(remainingTime);
        }
        unit.idempotentRequests().save(known.restart(now));
        return new NewRequest(known.resourceId(), now);
    }

    /** Stores the response, for repeats of the same request. */
    public void recordResponse(
            CustomerId customer, String route, String key,
            IdempotentRequest.StoredResponse response) {
        store.change(customer, unit -> unit.idempotentRequests()
                .find(route, key)
                .ifPresent(
                        request -> unit.idempotentRequests().save(request.withResponse(response))));
    }

    /**
     * Removes a request that was refused before it made anything. Does nothing if another has taken its place
     * meanwhile: what that one makes is found by this key.
     */
    public void forget(CustomerId customer, String route, String key, Instant startedAt) {
        store.change(customer, unit -> unit.idempotentRequests()
                .find(route, key)
                .filter(request -> request.startedAt().equals(startedAt))
                .ifPresent(request -> unit.idempotentRequests().remove(route, key)));
    }

    /**
     * Ends a request whose outcome is unknown: the next one with its key need not wait, and makes
     * the same, by the id of this one. Does nothing if another request runs with the key by now.
     */
    public void interrupt(CustomerId customer, String route, String key, UUID resourceId) {
        store.change(customer, unit -> unit.idempotentRequests()
                .find(route, key)
                .filter(request -> request.resourceId().equals(resourceId))
                .filter(request -> request.response() == null)
                .ifPresent(request -> unit.idempotentRequests()
                        .save(request.interrupted(clock.instant()))));
    }
}
