package dev.makegood.payment;

import dev.makegood.money.Money;

/**
 * Money on its way back to the payer, or there.
 *
 * @param key what tells refunds of a payment apart: ours, and for one made at the gateway that one's own
 */
public record PaymentRefund(String key, Money amount, State state) {

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

    /** Tells whether it may still turn out either way. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.PENDING;
    }

    /** Tells whether its money counts as gone. */
    boolean counts() {
        return state != State.FAILED;
    }

    /** This, or the other if that is further. */
    PaymentRefund further(PaymentRefund other) {
        return other.state.compareTo(state) > 0 ? other : this;
    }
}
