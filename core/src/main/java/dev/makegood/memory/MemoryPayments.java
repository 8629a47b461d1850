package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentId;
import dev.makegood.unit.Versioned;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's payments in memory. */
final class MemoryPayments {

    private static final Comparator<PaymentCursor> NEWEST_FIRST =
            comparing(PaymentCursor::createdAt).thenComparing(place -> place.id().value())
                    .reversed();

    private final UndoableMap<UUID, Versioned<Payment>> payments;

    MemoryPayments(MemoryTables tables) {
        this.payments = tables.map();
    }

    Optional<Payment> find(PaymentId id) {
        return versioned(id).map(Versioned::value);
    }

    Optional<Versioned<Payment>> versioned(PaymentId id) {
        return payments.find(id.value());
    }

    void put(Versioned<Payment> payment) {
        payments.put(payment.value().id().value(), payment);
    }

    Collection<Payment> all() {
        return after(null);
    }

    static List<Payment> page(
            Stream<Payment> payments, @Nullable PaymentCursor after, int limit) {
        return payments
                .filter(payment -> after == null
                        || NEWEST_FIRST.compare(PaymentCursor.of(payment), after) > 0)
                .sorted(comparing(PaymentCursor::of, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<Payment> after(@Nullable UUID id) {
        var found = id == null ? payments.values() : payments.valuesAfter(id);
        return found.stream().map(Versioned::value).toList();
    }
}
