package dev.makegood.event;

/**
 * Who did something, and why; both stand in the events, and the reason in the ledger.
 *
 * @param actor for example {@code operator:4fK9…} or {@code makegood}
 * @param reason in words, at most 500 characters
 */
public record Cause(String actor, String reason) {

    private static final int REASON_MAX = 500;

    public Cause {
        if (actor.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("not a cause: " + actor + " because " + reason);
        }
    }

    /** What Makegood does by its own rules. */
    public static Cause rule(String reason) {
        return new Cause("makegood", reason);
    }
}
