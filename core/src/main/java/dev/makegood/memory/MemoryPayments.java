package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.payment.PaymentStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's payments in memory. */
final class MemoryPayments implements PaymentStore {

    private static final Comparator<PaymentPlace> NEWEST_FIRST =
            comparing(PaymentPlace::createdAt).thenComparing(place -> place.id().value())
                    .reversed();

    private final CustomerId owner;
    private final Drawer<UUID, Payment> payments;
    private final Directories directories;

    MemoryPayments(CustomerId owner, Journal journal, Directories directories) {
        this.owner = owner;
        this.payments = new Drawer<>(journal);
        this.directories = directories;
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id.value());
    }

    @Override
    public void add(Payment payment) {
        if (directories.ownerByPayment.find(payment.id().value()).isPresent()) {
            throw new IllegalArgumentException("the id is in use: " + payment.id());
        }
        directories.ownerByPayment.put(payment.id().value(), owner);
        payments.put(payment.id().value(), payment);
    }

    @Override
    public void replace(Payment before, Payment after) {
        if (!find(before.id()).equals(Optional.of(before)) || !before.bill().equals(after.bill())) {
            throw new IllegalStateException("not any more " + before);
        }
        payments.put(after.id().value(), after);
    }

    @Override
    public PaymentId claim(GatewayRef ref, PaymentId payment) {
        var known = directories.paymentByRef.find(ref.toString());
        if (known.isEmpty()) {
            directories.paymentByRef.put(ref.toString(), payment);
        }
        return known.orElse(payment);
    }

    @Override
    public boolean seeFirst(GatewayRef notice) {
        boolean first = directories.notices.find(notice.toString()).isEmpty();
        directories.notices.put(notice.toString(), notice);
        return first;
    }

    Collection<Payment> all() {
        return payments.all();
    }

    static List<Payment> page(
            Stream<Payment> payments, @Nullable PaymentPlace after, int limit) {
        return payments
                .filter(payment -> after == null
                        || NEWEST_FIRST.compare(PaymentPlace.of(payment), after) > 0)
                .sorted(comparing(PaymentPlace::of, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    /** What comes after an id, in their order; everything after null. */
    Collection<Payment> after(@Nullable UUID id) {
        return id == null ? payments.all() : payments.after(id);
    }
}
