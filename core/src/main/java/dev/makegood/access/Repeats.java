package dev.makegood.access;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The desk that recognises repeated requests by their idempotency keys, kept for 30 days.
 *
 * <p>A request begins before anything is made, and settles the id of what it makes; so a repeat after a crash
 * makes the same thing, which knows that it exists.
 */
public final class Repeats {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Store<? extends AccessUnit> store;
    private final InstantSource clock;

    public Repeats(Store<? extends AccessUnit> store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a request with a key is. */
    public sealed interface Beginning {}

    /** The first of its kind, or one that nobody finished: make the thing of this id, then answer. */
    public record Begun(UUID makes) implements Beginning {}

    /** It was answered before, like this. */
    public record Answered(Request.Answer answer) implements Beginning {}

    /** It runs; ask again after that. */
    public record Running(Duration retryAfter) implements Beginning {}

    /** The key was used for another request. */
    public record Mismatched() implements Beginning {}

    /** Begins a request; {@code mayMake} is the id of what it makes if it is the first. */
    public Beginning begin(
            CustomerId customer, String route, String key, SecretHash bodyHash, UUID mayMake) {
        var now = now();
        return store.write(customer, unit -> {
            unit.requests().forgetBefore(now.minus(KEPT));
            var known = unit.requests().find(route, key);
            if (known.isPresent()) {
                return again(unit, known.get(), bodyHash, now);
            }
            unit.requests().save(new Request(route, key, bodyHash, mayMake, now, null));
            return new Begun(mayMake);
        });
    }

    private static Beginning again(
            AccessUnit unit, Request known, SecretHash bodyHash, Instant now) {
        if (!known.bodyHash().equals(bodyHash)) {
            return new Mismatched();
        }
        if (known.answer() != null) {
            return new Answered(known.answer());
        }
        var mayRunFor = known.mayRunFor(now);
        if (mayRunFor.isPositive()) {
            return new Running(mayRunFor);
        }
        unit.requests().save(known.startedAgain(now));
        return new Begun(known.makes());
    }

    /** Keeps the answer, for the next time the same is asked. */
    public void answered(CustomerId customer, String route, String key, Request.Answer answer) {
        store.change(customer, unit -> unit.requests()
                .find(route, key)
                .ifPresent(request -> unit.requests().save(request.answered(answer))));
    }

    /** Forgets a request that was refused before it made anything. */
    public void refused(CustomerId customer, String route, String key) {
        store.change(customer, unit -> unit.requests().remove(route, key));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
