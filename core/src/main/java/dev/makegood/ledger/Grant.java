package dev.makegood.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits given once.
 *
 * @param credits more than none
 * @param priority 0 to 100, the lower the earlier it is spent
 * @param expiresAt from when it cannot be spent; null if never
 */
public record Grant(Source source, Credits credits, int priority, @Nullable Instant expiresAt) {

    public static final int PRIORITY = 50;

    public Grant {
        if (credits.isNone()) {
            throw new IllegalArgumentException("a grant gives something");
        }
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException("priority is 0 to 100: " + priority);
        }
    }

    /** Credits that never expire, of the usual priority. */
    public static Grant of(Source source, Credits credits) {
        return new Grant(source, credits, PRIORITY, null);
    }

    /** A newcomer's welcome. */
    public static Grant signup(Credits credits) {
        return of(Source.SIGNUP, credits);
    }

    public Grant expiring(Instant at) {
        return new Grant(source, credits, priority, at);
    }

    public Grant withPriority(int other) {
        return new Grant(source, credits, other, expiresAt);
    }
}
