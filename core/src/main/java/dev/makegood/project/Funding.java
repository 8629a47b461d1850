package dev.makegood.project;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import java.util.UUID;

/** How a project is paid: in exactly one way. */
public sealed interface Funding {

    /** What is held for the project while it is open. */
    Credits held();

    /** By credits set aside in this hold. */
    record ByCredits(TransferId hold, Credits held) implements Funding {

        public ByCredits {
            if (held.isNone()) {
                throw new IllegalArgumentException(
                        "the hold of a project needs at least 1 credit: " + hold);
            }
        }
    }

    /** By money that has not been paid yet. */
    record Unpaid() implements Funding {

        @Override
        public Credits held() {
            return Credits.NONE;
        }
    }

    /** By this payment, which succeeded. */
    record ByMoney(UUID payment) implements Funding {

        @Override
        public Credits held() {
            return Credits.NONE;
        }
    }

    /** It costs nothing. */
    record Free() implements Funding {

        @Override
        public Credits held() {
            return Credits.NONE;
        }
    }
}
