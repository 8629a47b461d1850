package dev.makegood.ledger;

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

    /** What remains; throws if there is less than that. */
    public Credits minus(Credits less) {
        return new Credits(Math.subtractExact(amount, less.amount));
    }

    /** What remains, or none if there is less than that. */
    public Credits lessAtMost(Credits less) {
        return new Credits(Math.max(0, amount - less.amount));
    }

    public Credits min(Credits other) {
        return amount <= other.amount ? this : other;
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
