package dev.makegood.ledger;

import static dev.makegood.ledger.Account.ADJUSTED;
import static dev.makegood.ledger.Account.AVAILABLE;
import static dev.makegood.ledger.Account.DEBT;
import static dev.makegood.ledger.Account.EARNED;
import static dev.makegood.ledger.Account.EXPIRED;
import static dev.makegood.ledger.Account.GRANTED;
import static dev.makegood.ledger.Account.HELD;

import java.util.stream.Stream;

/** What a transfer is for; it settles which account gives and which one gets. */
public enum Kind {
    /** Credits given once. */
    GRANT("grant", GRANTED, AVAILABLE, "credits.granted"),
    /** Credits given to put something right. */
    RAISE("raise", ADJUSTED, AVAILABLE, "credits.adjusted"),
    /** Credits taken to put something right. */
    LOWER("lower", AVAILABLE, ADJUSTED, "credits.adjusted"),
    /** Credits set aside. */
    HOLD("hold", AVAILABLE, HELD, "credits.held"),
    /** A hold spent, entirely or in part. */
    CAPTURE("capture", HELD, EARNED, "credits.captured"),
    /** What a partial capture did not need, going back. */
    REST("rest", HELD, AVAILABLE, "credits.released"),
    /** A hold going back. */
    RELEASE("release", HELD, AVAILABLE, "credits.released"),
    /** Captured credits given back. */
    REFUND("refund", EARNED, AVAILABLE, "credits.refunded"),
    /** What was left of a grant past its expiry. */
    EXPIRY("expiry", AVAILABLE, EXPIRED, "credits.expired"),
    /** Purchased credits taken back, because the money went back. */
    TAKE_BACK("take_back", AVAILABLE, GRANTED, "credits.taken_back"),
    /** The part of a taking back that had been spent: the customer owes it. */
    OWE("owe", DEBT, GRANTED, "credits.taken_back"),
    /** Purchased credits given again, because the money came again. */
    GIVE_BACK("give_back", GRANTED, AVAILABLE, "credits.granted"),
    /** Debt paid with credits that came in. */
    SETTLE("settle", AVAILABLE, DEBT, "credits.adjusted");

    private final String label;
    private final Account from;
    private final Account to;
    private final String eventType;

    Kind(String label, Account from, Account to, String eventType) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.eventType = eventType;
    }

    public String label() {
        return label;
    }

    public Account from() {
        return from;
    }

    public Account to() {
        return to;
    }

    /** The type of the event that tells of such a transfer. */
    public String eventType() {
        return eventType;
    }

    /** Tells whether it ends a hold: at most one such transfer does. */
    public boolean settlesAHold() {
        return this == CAPTURE || this == RELEASE;
    }

    /** Reads a label; throws on one nobody knows. */
    public static Kind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of transfer: " + label));
    }
}
