package dev.makegood.event;

import java.util.Optional;

/**
 * Who did something, and why; both are recorded in the events, and the reason in the ledger.
 *
 * @param actor for example {@code operator:4fK9…} or {@code makegood}
 * @param reason in words, at most 500 characters
 */
public record Cause(String actor, String reason) {

    private static final int REASON_MAX = 500;

    public Cause {
        if (actor.isBlank() || characters(reason) > REASON_MAX) {
            throw new IllegalArgumentException("a cause needs an actor and a reason of at most "
                    + REASON_MAX + " characters: " + actor + ", " + reason);
        }
    }

    /** What is wrong with a reason that a person gives: it is one line, wherever it was typed. */
    public static Optional<String> findReasonProblem(String reason) {
        if (reason.isEmpty() || characters(reason) > REASON_MAX) {
            return Optional.of("must have 1 to " + REASON_MAX + " characters");
        }
        return reason.isBlank() || !reason.codePoints().allMatch(Cause::standsInALine)
                ? Optional.of("must be one line, and not blank")
                : Optional.empty();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No control character, no end of a line, nothing that turns the text after it around. */
    private static boolean standsInALine(int codePoint) {
        if ((codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** What Makegood does by its own rules. */
    public static Cause rule(String reason) {
        return new Cause("makegood", reason);
    }
}
