package dev.makegood.project;

import dev.makegood.ledger.Credits;
import dev.makegood.pricing.Operation;

/** The answer to an order. */
public sealed interface Submission {

    /**
     * The project exists, its credits are held, and it will be worked on; the same order again
     * answers this too.
     */
    record Queued(Project project) implements Submission {}

    /** The customer has too few credits; nothing was created. */
    record ShortOfCredits(Credits required, Credits available, Credits held) implements Submission {

        public Credits shortfall() {
            return required.minus(available);
        }
    }

    /** The customer has debt; nothing was created. */
    record InDebt(Credits debt) implements Submission {}

    /** The price list does not know the operation, or {@code unknown} among its multipliers. */
    record UnknownOperation(Operation operation, String unknown) implements Submission {}
}
