package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's payments, weekly bonuses and payment refunds in one list, read outside any unit
 * of work: durable states only, without a lock.
 */
public interface PaymentHistory {

    /**
     * A customer's history, the newest first; of the same moment, the greatest id first.
     *
     * @param types only these; all if there are none
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<HistoryEntry> page(
            CustomerId customer, Set<PaymentType> types, @Nullable PaymentHistoryCursor after,
            int limit);

    /**
     * What kind of entry it is; the outside calls it {@code payment_type}, although only one is a
     * payment.
     */
    enum PaymentType {
        PAYMENT("payment"),
        WEEKLY_BONUS("weekly_bonus"),
        REFUND("refund");

        private final String label;

        PaymentType(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Reads a label; empty if there is no such type. */
        public static Optional<PaymentType> of(String label) {
            return Stream.of(values()).filter(type -> type.label.equals(label)).findFirst();
        }
    }

    /** One entry of the history. */
    sealed interface HistoryEntry {

        /**
         * Unique in the history: the id of the payment or of the transfer, or one derived for a
         * refund.
         */
        UUID id();

        Instant at();

        default PaymentType type() {
            return switch (this) {
                case PaymentEntry e -> PaymentType.PAYMENT;
                case BonusEntry e -> PaymentType.WEEKLY_BONUS;
                case RefundEntry e -> PaymentType.REFUND;
            };
        }
    }

    /** A payment, in any state. */
    record PaymentEntry(Payment payment) implements HistoryEntry {

        @Override
        public UUID id() {
            return payment.id().value();
        }

        @Override
        public Instant at() {
            return payment.details().createdAt();
        }
    }

    /** A week's bonus, and what is left of it. */
    record BonusEntry(GrantBalance bonus) implements HistoryEntry {

        @Override
        public UUID id() {
            return bonus.id().value();
        }

        @Override
        public Instant at() {
            return bonus.grantedAt();
        }
    }

    /** A payment refund, in any status. */
    record RefundEntry(Payment payment, PaymentRefund refund) implements HistoryEntry {

        @Override
        public UUID id() {
            return refund.globalId(payment.id());
        }

        @Override
        public Instant at() {
            return refund.requestedAt();
        }
    }

    /** A position in the history, the newest first. */
    record PaymentHistoryCursor(Instant at, UUID id) {

        public static PaymentHistoryCursor of(HistoryEntry historyEntry) {
            return new PaymentHistoryCursor(historyEntry.at(), historyEntry.id());
        }
    }
}
