package dev.makegood.cli;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.Kind;
import java.util.Optional;

/** What a kind of line means to the credits that can be spent. */
final class KindInWords {

    private KindInWords() {}

    static String of(Kind kind) {
        return switch (kind) {
            case GRANT -> "given";
            case RAISE -> "given to put something right";
            case LOWER -> "taken to put something right";
            case HOLD -> "set aside for work";
            case CAPTURE -> "spent, out of what was set aside";
            case REST -> "back, because the work cost less than was set aside";
            case RELEASE -> "back, because the work did not happen";
            case REFUND -> "given back after they were spent";
            case EXPIRY -> "expired";
            case TAKE_BACK -> "taken back, because their money went back";
            case OWE -> "owed, because their money went back and they were spent";
            case GIVE_BACK -> "given again, because their money came again";
            case SETTLE -> "used to settle what was owed";
        };
    }

    /** What it did to the credits that can be spent; empty if nothing. */
    static Optional<Long> effect(Kind kind, long amount) {
        if (kind.to() == Account.AVAILABLE) {
            return Optional.of(amount);
        }
        return kind.from() == Account.AVAILABLE ? Optional.of(-amount) : Optional.empty();
    }
}
