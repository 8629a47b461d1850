package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.customer.CustomerId;
import dev.makegood.memory.table.PaymentTables;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentStore;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.store.ReusedIdException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's payments in memory. */
final class MemoryPayments implements PaymentStore {

    private static final Comparator<PaymentCursor> NEWEST_FIRST =
            comparing(PaymentCursor::createdAt).thenComparing(place -> place.id().value())
                    .reversed();

    private final CustomerId customer;
    private final UndoableMap<UUID, Payment> payments;
    private final UndoableMap<UUID, StoredRefund> refunds;
    private final UniqueIndexes indexes;

    MemoryPayments(CustomerId customer, MemoryTables tables, UniqueIndexes indexes) {
        this.customer = customer;
        this.payments = tables.map(PaymentTables.PAYMENT, PaymentTables::payment);
        this.refunds = tables.map(PaymentTables.PAYMENT_REFUND,
                stored -> PaymentTables.refund(customer, stored.payment(), stored.refund()));
        this.indexes = indexes;
    }

    private record StoredRefund(PaymentId payment, PaymentRefund refund) {}

    @Override
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id.value());
    }

    @Override
    public void add(Payment payment) {
        if (indexes.ownerOf(payment.id()).isPresent()) {
            throw new ReusedIdException(payment.id(), "another payment");
        }
        indexes.ownerByPayment.put(payment.id().value(),
                new UniqueIndexes.OwnedPayment(payment.id(), customer));
        save(payment, RefundsAndDisputes.NONE);
    }

    @Override
    public void replace(Payment before, Payment after) {
        if (!find(before.id()).equals(Optional.of(before))
                || !before.details().equals(after.details())) {
            throw new IllegalStateException("the payment has changed since it was read: " + before);
        }
        save(after, before.refundsAndDisputes());
    }

    private void save(Payment payment, RefundsAndDisputes before) {
        payments.put(payment.id().value(), payment);
        payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(refund -> !before.refunds().containsKey(refund.key()))
                .forEach(refund -> refunds.put(refund.globalId(payment.id()),
                        new StoredRefund(payment.id(), refund)));
    }

    @Override
    public PaymentId claimRef(GatewayRef ref, PaymentId payment) {
        var known = indexes.paymentOf(ref);
        if (known.isEmpty()) {
            indexes.paymentByRef.put(ref.toString(),
                    new UniqueIndexes.ClaimedRef(ref, customer, payment));
        }
        return known.orElse(payment);
    }

    @Override
    public boolean recordNotice(GatewayRef notice) {
        boolean isFirst = indexes.notices.find(notice.toString()).isEmpty();
        if (isFirst) {
            indexes.notices.put(notice.toString(),
                    new UniqueIndexes.RecordedNotice(notice, customer));
        }
        return isFirst;
    }

    Collection<Payment> all() {
        return payments.values();
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
        return id == null ? payments.values() : payments.valuesAfter(id);
    }
}
