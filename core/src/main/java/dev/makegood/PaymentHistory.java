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
 * What a customer was asked to pay, was given each week, and got back, in one list (T7); read outside any unit of
 * work: durable states only, without a lock.
 */
public interface PaymentHistory {

    /**
     * A customer's history, the newest first; of the same moment, the greatest id first.
     *
     * @param types only these; all if there are none
     * @param after only what comes after this in the list; null for the beginning
     * @param limit 1 to 100
     */
    List<Entry> page(CustomerId customer, Set<PaymentType> types, @Nullable Place after, int limit);

    /** What an entry is, although only one of them is a payment. */
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

    /** One line of the history. */
    sealed interface Entry {

        /** Names it in the whole history: a payment's, a transfer's, or derived for a refund. */
        UUID id();

        Instant at();

        default PaymentType type() {
            return switch (this) {
                case Asked e -> PaymentType.PAYMENT;
                case Given e -> PaymentType.WEEKLY_BONUS;
                case Returned e -> PaymentType.REFUND;
            };
        }
    }

    /** Money that was asked for, whatever became of it. */
    record Asked(Payment payment) implements Entry {

        @Override
        public UUID id() {
            return payment.id().value();
        }

        @Override
        public Instant at() {
            return payment.bill().createdAt();
        }
    }

    /** A week's bonus, and what is left of it. */
    record Given(GrantBalance bonus) implements Entry {

        @Override
        public UUID id() {
            return bonus.id().value();
        }

        @Override
        public Instant at() {
            return bonus.grantedAt();
        }
    }

    /** Money that went back, or was meant to and stayed. */
    record Returned(Payment payment, PaymentRefund refund) implements Entry {

        @Override
        public UUID id() {
            return refund.idIn(payment.id());
        }

        @Override
        public Instant at() {
            return refund.at();
        }
    }

    /** A place in the history, the newest first. */
    record Place(Instant at, UUID id) {

        public static Place of(Entry entry) {
            return new Place(entry.at(), entry.id());
        }
    }
}
