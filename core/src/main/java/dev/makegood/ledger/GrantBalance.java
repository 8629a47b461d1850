package dev.makegood.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant and what is left of it.
 *
 * @param id the transfer that granted it
 * @param remaining neither spent, held, expired nor clawed back
 * @param clawedBack of a purchase, what was clawed back because its money went back
 * @param expiresAt the grant's own expiry, or a later one since it was reopened
 * @param sequence of the transfer that granted it
 */
public record GrantBalance(TransferId id, Grant grant, Credits remaining, Credits clawedBack,
        @Nullable Instant expiresAt, Instant grantedAt, long sequence) {

    /** A grant of which nothing was used yet. */
    static GrantBalance of(Grant grant, Transfer transfer) {
        return new GrantBalance(transfer.id(), grant, grant.credits(), Credits.NONE,
                grant.expiresAt(), transfer.at(), transfer.sequence());
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public boolean isSpendable(Instant now) {
        return !remaining.isNone() && !isExpired(now);
    }

    /** How long it can still be spent; null if for ever. */
    @Nullable
    Duration timeLeft(Instant now) {
        return expiresAt == null ? null : Duration.between(now, expiresAt);
    }

    GrantBalance minus(Credits credits) {
        return with(remaining.minus(credits), clawedBack, expiresAt);
    }

    GrantBalance plus(Credits credits) {
        return with(remaining.plus(credits), clawedBack, expiresAt);
    }

    GrantBalance reopenUntil(Instant later) {
        return with(remaining, clawedBack, later);
    }

    GrantBalance withClawedBack(Credits total) {
        return with(remaining, total, expiresAt);
    }

    private GrantBalance with(
            Credits newRemaining, Credits newClawedBack, @Nullable Instant newExpiresAt) {
        return new GrantBalance(id, grant, newRemaining, newClawedBack, newExpiresAt, grantedAt,
                sequence);
    }
}
