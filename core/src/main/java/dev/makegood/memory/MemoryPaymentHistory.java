package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.PaymentHistory;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.Payment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's history of payments, bonuses and refunds, in memory. */
record MemoryPaymentHistory(InMemoryStore store) implements PaymentHistory {

    private static final Comparator<PaymentHistoryCursor> NEWEST_FIRST =
            comparing(PaymentHistoryCursor::at).thenComparing(PaymentHistoryCursor::id).reversed();

    @Override
    public List<HistoryEntry> page(
            CustomerId customer, Set<PaymentType> types, @Nullable PaymentHistoryCursor after,
            int limit) {
        return store.withLock(() -> entries(store.customerToRead(customer))
                .filter(historyEntry -> types.isEmpty() || types.contains(historyEntry.type()))
                .filter(historyEntry -> after == null
                        || NEWEST_FIRST.compare(PaymentHistoryCursor.of(historyEntry), after) > 0)
                .sorted(comparing(PaymentHistoryCursor::of, NEWEST_FIRST))
                .limit(limit)
                .toList());
    }

    private static Stream<HistoryEntry> entries(MemoryCustomer unit) {
        return Stream.concat(
                unit.payments.all().stream().flatMap(MemoryPaymentHistory::entries),
                unit.ledger.grants.values()
                        .stream()
                        .filter(balance -> balance.grant().source() == GrantSource.WEEKLY_BONUS)
                        .map(BonusEntry::new));
    }

    private static Stream<HistoryEntry> entries(Payment payment) {
        return Stream.concat(Stream.of(new PaymentEntry(payment)), payment.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .map(refund -> new RefundEntry(payment, refund)));
    }
}
