package dev.makegood.ledger;

import dev.makegood.store.Microseconds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits granted once.
 *
 * @param credits more than none
 * @param priority 0 to 100, the lower the earlier it is spent
 * @param expiresAt from when it cannot be spent, to the microsecond; null if never
 */
public record Grant(GrantSource source, Credits credits, int priority,
        @Nullable Instant expiresAt) {

    public static final int DEFAULT_PRIORITY = 50;

    public Grant {
        expiresAt = expiresAt == null ? null : Microseconds.floor(expiresAt);
        if (credits.isNone()) {
            throw new IllegalArgumentException("a grant needs at least 1 credit");
        }
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException(
                    "the priority of a grant must be 0 to 100: " + priority);
        }
    }

    /** Credits that never expire, of the usual priority. */
    public static Grant of(GrantSource source, Credits credits) {
        return new Grant(source, credits, DEFAULT_PRIORITY, null);
    }

    /** What a new customer is granted. */
    public static Grant signup(Credits credits) {
        return of(GrantSource.SIGNUP, credits);
    }

    public Grant withExpiry(Instant at) {
        return new Grant(source, credits, priority, at);
    }

    public Grant withPriority(int other) {
        return new Grant(source, credits, other, expiresAt);
    }
}
