package dev.makegood.payment;

import dev.makegood.money.Money;

/**
 * A claim of the payer to get the money back from the bank: an overlay on a payment in any state.
 *
 * @param key what the gateway calls it
 */
public record Dispute(String key, Money amount, DisputeStatus status) {

    /** It only ever moves on, so that a late report changes nothing. */
    public enum DisputeStatus {
        /** The bank has taken the money until it is decided. */
        OPEN("open"),
        /** The money came again. */
        WON("won"),
        /** The money is gone. */
        LOST("lost");

        private final String label;

        DisputeStatus(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean isMoneyWithheld() {
        return status != DisputeStatus.WON;
    }

    /** This, or the other if it is decided and this is not. */
    Dispute latest(Dispute other) {
        return status == DisputeStatus.OPEN ? other : this;
    }
}
