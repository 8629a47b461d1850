package dev.makegood.payment;

import dev.makegood.money.Money;

/**
 * A payer who wants money back from the bank: an overlay on a payment, whatever its state.
 *
 * @param key what the gateway calls it
 */
public record Dispute(String key, Money amount, Stage stage) {

    /** How far it is; it only ever moves on, so that late news changes nothing. */
    public enum Stage {
        /** The bank has taken the money until it is decided. */
        OPEN("open"),
        /** The money came again. */
        WON("won"),
        /** The money is gone. */
        LOST("lost");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean holdsTheMoney() {
        return stage != Stage.WON;
    }

    /** This, or the other if it is decided and this is not. */
    Dispute further(Dispute other) {
        return stage == Stage.OPEN ? other : this;
    }
}
