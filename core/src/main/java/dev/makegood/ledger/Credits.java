package dev.makegood.ledger;

import java.math.BigInteger;

/** A number of credits, whole and never below zero; sums that do not fit a {@code long} throw. */
public record Credits(long amount) implements Comparable<Credits> {

    public static final Credits NONE = new Credits(0);

    public Credits {
        if (amount < 0) {
            throw new IllegalArgumentException("credits must not be negative: " + amount);
        }
    }

    public Credits plus(Credits more) {
        return new Credits(Math.addExact(amount, more.amount));
    }

    /** What remains; throws if that is less than nothing. */
    public Credits minus(Credits less) {
        return new Credits(Math.subtractExact(amount, less.amount));
    }

    /** What remains, or none if that is less than nothing. */
    public Credits minusOrNone(Credits less) {
        return new Credits(Math.max(0, amount - less.amount));
    }

    public Credits min(Credits other) {
        return amount <= other.amount ? this : other;
    }

    /**
     * The share of {@code part} in {@code whole}, rounded up; never more than all.
     *
     * @throws IllegalArgumentException if the whole is zero or less, or the part is negative
     */
    public Credits shareRoundedUp(long part, long whole) {
        if (whole <= 0 || part < 0) {
            throw new IllegalArgumentException(
                    "a share needs a part of 0 or more and a whole above 0: " + part + " of "
                            + whole);
        }
        var share = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .add(BigInteger.valueOf(whole - 1))
                .divide(BigInteger.valueOf(whole));
        return new Credits(share.min(BigInteger.valueOf(amount)).longValueExact());
    }

    public boolean isNone() {
        return amount == 0;
    }

    public boolean isMoreThan(Credits other) {
        return amount > other.amount;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
