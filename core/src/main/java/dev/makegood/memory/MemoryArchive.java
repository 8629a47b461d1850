package dev.makegood.memory;

import static java.util.stream.Collectors.toMap;

import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is stored of a customer, in memory. */
record MemoryArchive(InMemoryStore store) implements Archive {

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .map(unit -> unit.customer)
                .filter(owner -> after == null || owner.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super CustomerRecords, R> reader) {
        return store.withLock(() -> reader.apply(new MemoryRecords(store.unitOf(customer))));
    }

    private record MemoryRecords(MemoryUnit unit) implements CustomerRecords {

        @Override
        public Wallet wallet() {
            return unit.ledger.wallet();
        }

        @Override
        public ChainHead eventHead() {
            return unit.events.head();
        }

        @Override
        public Statistics statistics() {
            return unit.projects.statistics();
        }

        @Override
        public List<GrantBalance> grants() {
            return List.copyOf(unit.ledger.grants.values());
        }

        @Override
        public Map<TransferId, Credits> refundedByCapture() {
            return unit.ledger.transfers.values()
                    .stream()
                    .filter(transfer -> transfer.kind() == TransferKind.CAPTURE)
                    .map(Transfer::id)
                    .collect(toMap(Function.identity(), unit.ledger::refundedFrom));
        }

        @Override
        public List<Transfer> transfers(long after, int limit) {
            return unit.ledger.transfers.valuesAfter(after).stream().limit(limit).toList();
        }

        @Override
        public List<RecordedEvent> events(long after, int limit) {
            return unit.events.after(after, limit);
        }

        @Override
        public List<Project> projects(@Nullable ProjectCursor after, int limit) {
            return unit.projects.page(Set.of(), after, limit);
        }

        @Override
        public List<GenerationRequest> requests(@Nullable ProjectId after, int limit) {
            return unit.generations.after(after == null ? null : after.value())
                    .stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Payment> payments(@Nullable PaymentId after, int limit) {
            return unit.payments.after(after == null ? null : after.value())
                    .stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public boolean hasTask(String task, UUID subjectId) {
            return unit.tasks.find(task, subjectId).isPresent();
        }
    }
}
