package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventPlace;
import dev.makegood.event.Recorded;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators read, in memory. */
record MemoryReports(InMemoryStore store) implements Reports {

    private static final Comparator<EventPlace> NEWEST_FIRST =
            comparing(EventPlace::at).thenComparing(place -> place.customer().value())
                    .thenComparingLong(EventPlace::sequence)
                    .reversed();

    @Override
    public List<Project> projects(Set<ProjectStatus> statuses, @Nullable Place after, int limit) {
        return store.exclusively(() -> MemoryProjects.page(store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.projects.all().stream())
                .toList(), statuses, after, limit));
    }

    @Override
    public List<Payment> payments(
            PaymentFilter filter, @Nullable PaymentPlace after, int limit) {
        return store.exclusively(() -> MemoryPayments.page(store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.payments.all().stream())
                .filter(filter::includes), after, limit));
    }

    @Override
    public List<Recorded> quarantined(@Nullable EventPlace after, int limit) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .flatMap(shelf -> shelf.events.after(0, Integer.MAX_VALUE).stream())
                .filter(event -> event.type().equals(PaymentEvent.QUARANTINED))
                .filter(event -> after == null
                        || NEWEST_FIRST.compare(EventPlace.of(event), after) > 0)
                .sorted(comparing(EventPlace::of, NEWEST_FIRST))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Recorded> events(CustomerId customer, long after, int limit) {
        return store.exclusively(() -> store.shelf(customer).events.after(after, limit));
    }
}
