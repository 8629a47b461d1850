package dev.makegood.payment;

import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Money on its way back to the payer, or there.
 *
 * @param key what tells refunds of a payment apart: ours, and for one made at the gateway that one's own
 * @param at when it was asked for, here or there; to the microsecond, and it stays when the refund moves on
 */
public record PaymentRefund(String key, Money amount, State state, Instant at) {

    public PaymentRefund {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** How far it is; it only ever moves on, so that late news changes nothing. */
    public enum State {
        /** We mean to ask the gateway, or did and have no answer. */
        ASKED("asked"),
        /** The gateway has accepted it. */
        PENDING("pending"),
        /** The money is on its way. */
        SUCCEEDED("succeeded"),
        /** The money stays: refused, or come back, even after it had succeeded. */
        FAILED("failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Names it in the whole world: derived, so that the same refund always has the same name. */
    public UUID idIn(PaymentId payment) {
        return TransferId.of("refund " + key, payment.value()).value();
    }

    /** Tells whether it may still turn out either way. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.PENDING;
    }

    /** Tells whether its money counts as gone. */
    boolean counts() {
        return state != State.FAILED;
    }

    /** The same, as far as this. */
    public PaymentRefund as(State other) {
        return new PaymentRefund(key, amount, other, at);
    }

    /** This, or as far as the other if that is further. */
    PaymentRefund further(PaymentRefund other) {
        return other.state.compareTo(state) > 0
                ? new PaymentRefund(key, other.amount, other.state, at)
                : this;
    }
}
