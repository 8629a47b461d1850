package dev.makegood.memory;

import static java.util.stream.Collectors.toMap;

import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a customer, in memory. */
record MemoryArchive(InMemoryStore store) implements Archive {

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return store.exclusively(() -> store.shelves()
                .values()
                .stream()
                .filter(shelf -> !shelf.events.after(0, 1).isEmpty())
                .map(shelf -> shelf.owner)
                .filter(owner -> after == null || owner.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super Records, R> reader) {
        return store.exclusively(() -> reader.apply(new ShelfRecords(store.shelf(customer))));
    }

    private record ShelfRecords(Shelf shelf) implements Records {

        @Override
        public Wallet wallet() {
            return shelf.ledger.wallet();
        }

        @Override
        public Statistics statistics() {
            return shelf.projects.statistics();
        }

        @Override
        public List<GrantBalance> grants() {
            return List.copyOf(shelf.ledger.grants.all());
        }

        @Override
        public Map<TransferId, Credits> refunded() {
            return shelf.ledger.lines.all()
                    .stream()
                    .filter(line -> line.kind() == Kind.CAPTURE)
                    .map(Transfer::id)
                    .collect(toMap(Function.identity(), shelf.ledger::refundedFrom));
        }

        @Override
        public List<Transfer> transfers(long after, int limit) {
            return shelf.ledger.lines.after(after).stream().limit(limit).toList();
        }

        @Override
        public List<Recorded> events(long after, int limit) {
            return shelf.events.after(after, limit);
        }

        @Override
        public List<Project> projects(@Nullable Place after, int limit) {
            return shelf.projects.page(Set.of(), after, limit);
        }

        @Override
        public List<GenerationRequest> requests(@Nullable ProjectId after, int limit) {
            return shelf.generations.after(after == null ? null : after.value())
                    .stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Payment> payments(@Nullable PaymentId after, int limit) {
            return shelf.payments.after(after == null ? null : after.value())
                    .stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public boolean isLeft(String task, UUID about) {
            return shelf.tasks.find(task, about).isPresent();
        }
    }
}
