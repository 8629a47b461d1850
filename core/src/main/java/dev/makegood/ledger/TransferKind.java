package dev.makegood.ledger;

import static dev.makegood.ledger.Account.ADJUSTED;
import static dev.makegood.ledger.Account.AVAILABLE;
import static dev.makegood.ledger.Account.DEBT;
import static dev.makegood.ledger.Account.EARNED;
import static dev.makegood.ledger.Account.EXPIRED;
import static dev.makegood.ledger.Account.GRANTED;
import static dev.makegood.ledger.Account.HELD;

import java.util.stream.Stream;

/** What a transfer is for; it determines the accounts it moves credits from and to. */
public enum TransferKind {
    /** Credits granted. */
    GRANT("grant", GRANTED, AVAILABLE, "credits.granted"),
    /** Credits added as a correction. */
    ADJUST_UP("adjust_up", ADJUSTED, AVAILABLE, "credits.adjusted"),
    /** Credits taken away as a correction. */
    ADJUST_DOWN("adjust_down", AVAILABLE, ADJUSTED, "credits.adjusted"),
    /** Credits held. */
    HOLD("hold", AVAILABLE, HELD, "credits.held"),
    /** A hold captured, entirely or in part. */
    CAPTURE("capture", HELD, EARNED, "credits.captured"),
    /** What a partial capture left of its hold, released. */
    RELEASE_REMAINDER("release_remainder", HELD, AVAILABLE, "credits.released"),
    /** A hold released. */
    RELEASE("release", HELD, AVAILABLE, "credits.released"),
    /** Captured credits refunded. */
    REFUND("refund", EARNED, AVAILABLE, "credits.refunded"),
    /** What was left of a grant past its expiry. */
    EXPIRE("expire", AVAILABLE, EXPIRED, "credits.expired"),
    /** Purchased credits clawed back, because their money went back. */
    CLAW_BACK("claw_back", AVAILABLE, GRANTED, "credits.clawed_back"),
    /** The part of a claw-back that had been spent, as debt. */
    INCUR_DEBT("incur_debt", DEBT, GRANTED, "credits.clawed_back"),
    /** Purchased credits reinstated, because their money came again. */
    REINSTATE("reinstate", GRANTED, AVAILABLE, "credits.reinstated"),
    /** Debt of a purchase cancelled, because its money came again before the debt was settled. */
    CANCEL_DEBT("cancel_debt", GRANTED, DEBT, "credits.reinstated"),
    /** What settled debt of a purchase, going back, because its money came again afterwards. */
    REINSTATE_SETTLED("reinstate_settled", GRANTED, AVAILABLE, "credits.reinstated"),
    /** Debt settled with credits that became available. */
    SETTLE_DEBT("settle_debt", AVAILABLE, DEBT, "credits.adjusted");

    private final String label;
    private final Account from;
    private final Account to;
    private final String eventType;

    TransferKind(String label, Account from, Account to, String eventType) {
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

    /** The type of the event that records such a transfer. */
    public String eventType() {
        return eventType;
    }

    /** What moving so many credits changes about those that are available. */
    public long effectOnAvailable(long credits) {
        return to == Account.AVAILABLE ? credits : from == Account.AVAILABLE ? -credits : 0;
    }

    /** Tells whether it claws a purchase back, or reinstates it. */
    public boolean isReversal() {
        return switch (this) {
            case CLAW_BACK, INCUR_DEBT, CANCEL_DEBT, REINSTATE_SETTLED, REINSTATE -> true;
            case GRANT, ADJUST_UP, ADJUST_DOWN, HOLD, CAPTURE, RELEASE_REMAINDER, RELEASE, REFUND,
                    EXPIRE, SETTLE_DEBT -> false;
        };
    }

    /** Tells whether it settles debt, or reinstates what did. */
    public boolean isDebtSettlement() {
        return this == SETTLE_DEBT || this == REINSTATE_SETTLED;
    }

    /** Reads a label; throws if there is no such kind. */
    public static TransferKind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown kind of transfer: " + label));
    }
}
