package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators read, in memory. */
record MemoryReports(InMemoryStore store) implements Reports {

    private static final Comparator<EventCursor> NEWEST_FIRST =
            comparing(EventCursor::at).thenComparing(cursor -> cursor.customer().value())
                    .thenComparingLong(EventCursor::sequence)
                    .reversed();

    @Override
    public List<Project> projects(
            Set<ProjectStatus> statuses, @Nullable ProjectCursor after, int limit) {
        return store.withLock(() -> MemoryProjects.page(store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.projects.all().stream())
                .toList(), statuses, after, limit));
    }

    @Override
    public List<Payment> payments(
            PaymentFilter filter, @Nullable PaymentCursor after, int limit) {
        return store.withLock(() -> MemoryPayments.page(store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.payments.all().stream())
                .filter(filter::includes), after, limit));
    }

    @Override
    public List<RecordedEvent> quarantineEvents(@Nullable EventCursor after, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.events.after(0, Integer.MAX_VALUE).stream())
                .filter(event -> event.type().equals(PaymentEvent.QUARANTINED))
                .filter(event -> after == null
                        || NEWEST_FIRST.compare(EventCursor.of(event), after) > 0)
                .sorted(comparing(EventCursor::of, NEWEST_FIRST))
                .limit(limit)
                .toList());
    }

    @Override
    public List<RecordedEvent> events(CustomerId customer, long after, int limit) {
        return store.withLock(() -> store.unitOf(customer).events.after(after, limit));
    }
}
