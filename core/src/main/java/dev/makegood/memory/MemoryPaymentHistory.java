package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.PaymentHistory;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Source;
import dev.makegood.payment.Payment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's history of payments, bonuses and refunds, in memory. */
record MemoryPaymentHistory(InMemoryStore store) implements PaymentHistory {

    private static final Comparator<Place> NEWEST_FIRST =
            comparing(Place::at).thenComparing(Place::id).reversed();

    @Override
    public List<Entry> page(
            CustomerId customer, Set<PaymentType> types, @Nullable Place after, int limit) {
        return store.exclusively(() -> entries(store.shelf(customer))
                .filter(entry -> types.isEmpty() || types.contains(entry.type()))
                .filter(entry -> after == null
                        || NEWEST_FIRST.compare(Place.of(entry), after) > 0)
                .sorted(comparing(Place::of, NEWEST_FIRST))
                .limit(limit)
                .toList());
    }

    private static Stream<Entry> entries(Shelf shelf) {
        return Stream.concat(
                shelf.payments.all().stream().flatMap(MemoryPaymentHistory::entries),
                shelf.ledger.grants.all()
                        .stream()
                        .filter(balance -> balance.grant().source() == Source.WEEKLY_BONUS)
                        .map(Given::new));
    }

    private static Stream<Entry> entries(Payment payment) {
        return Stream.concat(Stream.of(new Asked(payment)), payment.aftermath()
                .refunds()
                .values()
                .stream()
                .map(refund -> new Returned(payment, refund)));
    }
}
