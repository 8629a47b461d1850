package dev.makegood.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer took from, or added to, one grant.
 *
 * @param timeLeft how long the grant still had when the credits were held; null if it never
 *        expires, and where nothing was held
 */
public record Part(TransferId grant, Credits credits, @Nullable Duration timeLeft) {

    static Part of(TransferId grant, Credits credits) {
        return new Part(grant, credits, null);
    }

    Part of(Credits credits) {
        return new Part(grant, credits, timeLeft);
    }
}
