package dev.makegood.event;

/**
 * Who did something, and why; both are recorded in the events, and the reason in the ledger.
 *
 * @param actor for example {@code operator:4fK9…} or {@code makegood}
 * @param reason in words, at most 500 characters
 */
public record Cause(String actor, String reason) {

    private static final int REASON_MAX = 500;

    public Cause {
        if (actor.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("a cause needs an actor and a reason of at most "
                    + REASON_MAX + " characters: " + actor + ", " + reason);
        }
    }

    /** What Makegood does by its own rules. */
    public static Cause rule(String reason) {
        return new Cause("makegood", reason);
    }
}
