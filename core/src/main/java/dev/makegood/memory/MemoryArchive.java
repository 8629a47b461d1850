package dev.makegood.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.makegood.audit.Archive;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
    public List<CustomerHeads> heads(@Nullable CustomerId after, int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .filter(unit -> unit.head().wallet().sequence() > 0
                        || unit.head().events().sequence() > 0)
                .filter(unit -> after == null
                        || unit.customer.toString().compareTo(after.toString()) > 0)
                .sorted(comparing(unit -> unit.customer.toString()))
                .limit(limit)
                .map(unit -> new CustomerHeads(unit.customer, unit.head().wallet().chainHead(),
                        unit.head().events()))
                .toList());
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super CustomerRecords, R> reader) {
        return store
                .withLock(() -> reader.apply(new MemoryRecords(store.customerToRead(customer))));
    }

    @Override
    public Map<String, Hash> sharedStates() {
        return store.withLock(() -> {
            var states = new HashMap<String, Hash>();
            store.indexes().apiKeys.values()
                    .forEach(key -> states.put("key " + key.id(), key.stateHash()));
            store.memoryCalculations()
                    .all()
                    .forEach(calculation -> states.put("hostname " + calculation.hostname(),
                            calculation.stateHash()));
            return states;
        });
    }

    @Override
    public List<Violation> strays(int limit) {
        return store.withLock(() -> store.units()
                .values()
                .stream()
                .flatMap(unit -> Stream.concat(
                        unit.projects.all()
                                .stream()
                                .filter(project -> !isOwner(unit, store.indexes().ownerByProject
                                        .find(project.id().value())))
                                .map(project -> stray(unit, "project " + project.id())),
                        unit.payments.all()
                                .stream()
                                .filter(payment -> !isOwner(unit, store.indexes().ownerByPayment
                                        .find(payment.id().value())))
                                .map(payment -> stray(unit, "payment " + payment.id()))))
                .limit(limit)
                .toList());
    }

    private static boolean isOwner(MemoryCustomer unit, Optional<CustomerId> owner) {
        return owner.filter(unit.customer::equals).isPresent();
    }

    private static Violation stray(MemoryCustomer unit, String what) {
        return new Violation(unit.customer, "I16", what + " is not in the directory");
    }

    private record MemoryRecords(MemoryCustomer unit) implements CustomerRecords {

        @Override
        public Wallet wallet() {
            return unit.head().wallet();
        }

        @Override
        public ChainHead eventHead() {
            return unit.head().events();
        }

        @Override
        public long baseSequence() {
            return unit.baseSequence();
        }

        @Override
        public Statistics statistics() {
            return unit.head().statistics();
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

        /** Here the history is read from the payments themselves. */
        @Override
        public Map<UUID, Instant> refundTimes() {
            return unit.payments.after(null)
                    .stream()
                    .flatMap(payment -> payment.refundsAndDisputes()
                            .refunds()
                            .values()
                            .stream()
                            .map(refund -> Map.entry(refund.globalId(payment.id()),
                                    refund.requestedAt())))
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public boolean hasTask(String task, UUID subjectId) {
            return unit.tasks.find(task, subjectId).isPresent();
        }
    }
}
