package dev.makegood.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant and what is left of it.
 *
 * @param id the transfer that granted it
 * @param left neither spent, held, expired nor taken back
 * @param takenBack of a purchase, what went back because its money did
 * @param expiresAt the grant's own expiry, or a later one since it was reopened
 * @param sequence of the transfer that granted it
 */
public record GrantBalance(TransferId id, Grant grant, Credits left, Credits takenBack,
        @Nullable Instant expiresAt, Instant grantedAt, long sequence) {

    /** A grant nobody has touched yet. */
    static GrantBalance of(Grant grant, Transfer transfer) {
        return new GrantBalance(transfer.id(), grant, grant.credits(), Credits.NONE,
                grant.expiresAt(),
                transfer.at(), transfer.sequence());
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public boolean isSpendable(Instant now) {
        return !left.isNone() && !isExpired(now);
    }

    /** How long it can still be spent; null if for ever. */
    @Nullable
    Duration timeLeft(Instant now) {
        return expiresAt == null ? null : Duration.between(now, expiresAt);
    }

    GrantBalance less(Credits credits) {
        return with(left.minus(credits), takenBack, expiresAt);
    }

    GrantBalance more(Credits credits) {
        return with(left.plus(credits), takenBack, expiresAt);
    }

    GrantBalance openUntil(Instant later) {
        return with(left, takenBack, later);
    }

    GrantBalance takenBack(Credits altogether) {
        return with(left, altogether, expiresAt);
    }

    private GrantBalance with(Credits nowLeft, Credits nowTakenBack, @Nullable Instant expires) {
        return new GrantBalance(id, grant, nowLeft, nowTakenBack, expires, grantedAt, sequence);
    }
}
