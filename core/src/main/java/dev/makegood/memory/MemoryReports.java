package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.TransferKind;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators read, in memory. */
record MemoryReports(InMemoryStore store) implements Reports {

    private static final Comparator<EventCursor> NEWEST_FIRST =
            comparing(EventCursor::at).thenComparing(cursor -> cursor.customer().value())
                    .thenComparingLong(EventCursor::sequence)
                    .reversed();

    @Override
    public List<Project> projects(
            ProjectFilter filter, @Nullable ProjectCursor after, int limit) {
        return store.withLock(() -> MemoryProjects.page(allProjects(), filter, after, limit));
    }

    @Override
    public List<Project> openProjects(Instant before, @Nullable ProjectCursor after, int limit) {
        return store.withLock(
                () -> MemoryProjects.openBefore(allProjects(), before, after, limit));
    }

    private Stream<Project> allProjects() {
        return store.units().values().stream().flatMap(unit -> unit.projects.all().stream());
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
        return store.withLock(() -> newestFirst(
                allEvents().filter(event -> event.type().equals(PaymentEvent.QUARANTINED)), after,
                limit));
    }

    @Override
    public List<RecordedEvent> newestEvents(@Nullable EventCursor after, int limit) {
        return store.withLock(() -> newestFirst(allEvents(), after, limit));
    }

    @Override
    public List<RecordedEvent> systemEvents(@Nullable EventCursor after, int limit) {
        return store.withLock(() -> page(
                allEvents().filter(event -> event.customer().isSystemAccount()), after, limit,
                NEWEST_FIRST.reversed()));
    }

    private Stream<RecordedEvent> allEvents() {
        return store.units()
                .values()
                .stream()
                .flatMap(unit -> unit.events.after(0, Integer.MAX_VALUE).stream());
    }

    private static List<RecordedEvent> newestFirst(
            Stream<RecordedEvent> events, @Nullable EventCursor after, int limit) {
        return page(events, after, limit, NEWEST_FIRST);
    }

    private static List<RecordedEvent> page(
            Stream<RecordedEvent> events, @Nullable EventCursor after, int limit,
            Comparator<EventCursor> order) {
        return events
                .filter(event -> after == null
                        || order.compare(EventCursor.of(event), after) > 0)
                .sorted(comparing(EventCursor::of, order))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<UUID, String> lastActors(Map<UUID, CustomerId> ownerById) {
        return store.withLock(() -> {
            var actors = new HashMap<UUID, String>();
            ownerById.forEach((id, owner) -> lastActor(store.customerToRead(owner), id)
                    .ifPresent(actor -> actors.put(id, actor)));
            return actors;
        });
    }

    private static Optional<String> lastActor(MemoryCustomer unit, UUID id) {
        var ids = Stream.concat(Stream.of(id), capturesOf(unit, id)).map(UUID::toString).toList();
        return unit.events.after(0, Integer.MAX_VALUE)
                .stream()
                .filter(event -> event.facts().containsKey("actor"))
                .filter(event -> Stream.of("project", "payment", "subject")
                        .anyMatch(fact -> ids.contains(event.facts().getOrDefault(fact, ""))))
                .map(event -> event.facts().get("actor"))
                .reduce((one, next) -> next);
    }

    /** A credit refund is about its capture. */
    private static Stream<UUID> capturesOf(MemoryCustomer unit, UUID project) {
        return unit.ledger.transfers.values()
                .stream()
                .filter(transfer -> transfer.kind() == TransferKind.CAPTURE)
                .filter(transfer -> transfer.subject().id().equals(project))
                .map(transfer -> transfer.id().value());
    }

    @Override
    public List<RecordedEvent> events(CustomerId customer, long after, int limit) {
        return store.withLock(() -> store.customerToRead(customer).events.after(after, limit));
    }
}
