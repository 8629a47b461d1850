package dev.makegood.payment;

import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund of a payment, in part or in full.
 *
 * @param key unique among the refunds of a payment: ours, or the gateway's id for one made there
 * @param requestedAt when it was requested, here or there; to the microsecond, and unchanged when
 *        the status changes
 */
public record PaymentRefund(String key, Money amount, RefundStatus status, Instant requestedAt) {

    public PaymentRefund {
        requestedAt = Microseconds.floor(requestedAt);
    }

    /** It only ever moves on, so that a late report changes nothing. */
    public enum RefundStatus {
        /** Not yet requested from the gateway, or requested and not answered. */
        REQUESTED("requested"),
        /** The gateway has accepted it. */
        PENDING("pending"),
        /** The money is on its way. */
        SUCCEEDED("succeeded"),
        /**
         * The money stays: the gateway refused, or the refund bounced, even after it had succeeded.
         */
        FAILED("failed");

        private final String label;

        RefundStatus(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A globally unique id, derived, so that the same refund always has the same one. */
    public UUID globalId(PaymentId payment) {
        return TransferId.of("payment_refund " + key, payment.value()).value();
    }

    /** Tells whether it may still turn out either way. */
    public boolean isOpen() {
        return status == RefundStatus.REQUESTED || status == RefundStatus.PENDING;
    }

    /** Tells whether its money counts as refunded. */
    boolean countsAsRefunded() {
        return status != RefundStatus.FAILED;
    }

    /** The same refund in another status. */
    public PaymentRefund withStatus(RefundStatus other) {
        return new PaymentRefund(key, amount, other, requestedAt);
    }

    /** This refund, with the other's status if that is further on. */
    PaymentRefund latest(PaymentRefund other) {
        return other.status.compareTo(status) > 0
                ? new PaymentRefund(key, other.amount, other.status, requestedAt)
                : this;
    }
}
