package dev.makegood.memory;

import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.task.Task;
import dev.makegood.unit.Change;
import dev.makegood.unit.ChangedRows;
import dev.makegood.unit.Changes;
import dev.makegood.unit.Head;
import dev.makegood.unit.Key;
import dev.makegood.unit.Loaded;
import dev.makegood.unit.OpenGrants;
import dev.makegood.unit.RefundedCapture;
import dev.makegood.unit.StoredGeneration;
import dev.makegood.unit.UnitLoader;
import dev.makegood.unit.Versioned;
import dev.makegood.unit.table.CustomerTables;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is stored of one customer, in memory: loaded by units, and changed by what they leave behind. */
final class MemoryCustomer implements UnitLoader {

    final CustomerId customer;
    final MemoryLedger ledger;
    final MemoryProjects projects;
    final MemoryPayments payments;
    final MemoryGenerations generations;
    final MemoryTasks tasks;
    final MemoryEvents events;
    final MemoryIdempotentRequests idempotentRequests;
    private final UniqueIndexes indexes;
    private final MemoryTables tables;
    private final UndoableMap<UUID, Head> heads;
    private final UndoableMap<UUID, Long> bases;

    MemoryCustomer(CustomerId customer, MemoryTables tables, UniqueIndexes indexes) {
        this.customer = customer;
        this.tables = tables;
        this.indexes = indexes;
        this.heads = tables.map();
        this.bases = tables.map();
        this.ledger = new MemoryLedger(tables);
        this.projects = new MemoryProjects(tables);
        this.payments = new MemoryPayments(tables);
        this.generations = new MemoryGenerations(tables);
        this.tasks = new MemoryTasks(tables);
        this.events = new MemoryEvents(tables);
        this.idempotentRequests = new MemoryIdempotentRequests(tables);
    }

    Head head() {
        return heads.find(customer.value()).orElseGet(() -> Head.empty(customer));
    }

    long baseSequence() {
        return bases.find(customer.value()).orElse(0L);
    }

    void cut(long closing, List<Long> sequences) {
        tables.asOwner(() -> events.cut(sequences));
        bases.put(customer.value(), closing);
    }

    @Override
    public Loaded load(Collection<? extends Key<?>> keys) {
        var loaded = new Loaded();
        keys.forEach(key -> load(loaded, key));
        return loaded;
    }

    private <V> void load(Loaded loaded, Key<V> key) {
        find(key).ifPresent(value -> loaded.add(key, value));
    }

    @SuppressWarnings("unchecked") // Each kind of key is found where its kind of value is.
    private <V> Optional<V> find(Key<V> key) {
        return (Optional<V>) switch (key) {
            case Key.OfTransfer k -> ledger.transfer(k.id());
            case Key.OfSettlement k -> ledger.settlementOf(k.hold());
            case Key.OfGrant k -> ledger.grants.find(k.id().value());
            case Key.OfCapture k -> ledger.captures.find(k.id().value());
            case Key.OfProject k -> projects.versioned(k.id());
            case Key.OfPayment k -> payments.versioned(k.id());
            case Key.OfGeneration k -> generations.stored(k.id());
            case Key.OfTask k -> tasks.find(k.kind(), k.subjectId());
            case Key.OfEvent k -> events.find(k.sequence());
            case Key.OfIdempotentRequest k -> idempotentRequests.find(k.route(), k.key());
            case Key.OfApiKey k -> indexes.apiKeys.find(k.id());
            case Key.Claim<?> k -> indexes.find(k);
        };
    }

    @Override
    public OpenGrants openGrants() {
        var all = ledger.openGrants().toList();
        return new OpenGrants(all.stream().limit(OpenGrants.FIRST_MAX).toList(),
                all.size() <= OpenGrants.FIRST_MAX,
                all.stream()
                        .flatMap(grant -> Stream.ofNullable(grant.expiresAt()))
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        return ledger.spendableGrants(now, after, limit);
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        return ledger.expiredGrants(now);
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return ledger.transfers(transfer -> transfer.kind().isReversal()
                && transfer.subject().id().equals(purchase.value()));
    }

    @Override
    public List<Transfer> debtSettlements() {
        return ledger.transfers(transfer -> transfer.kind().isDebtSettlement());
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        return generations.findUnpaid(hostname, provider);
    }

    @Override
    public List<IdempotentRequest> requestsStartedBefore(Instant startedAt) {
        return idempotentRequests.startedBefore(startedAt);
    }

    /** Changes what is stored, and the rows that the database would have for it. */
    void write(Changes changes) {
        heads.put(customer.value(), changes.after());
        tables.put(CustomerTables.CUSTOMER, ChangedRows.ofHead(changes.after()));
        if (changes.after().customer() != null) {
            indexes.customers.put(customer.value(), changes.after().customer());
        }
        changes.all().forEach(this::write);
    }

    private <V> void write(Change<V> change) {
        var before = find(change.key()).orElse(null);
        if (change.after() != null) {
            ChangedRows.forEach(customer, change.key(), before, change.after(), tables::put);
            put(change.key(), change.after());
        } else if (before != null) {
            ChangedRows.forEach(customer, change.key(), null, before, tables::remove);
            remove(change.key());
        }
    }

    private void remove(Key<?> key) {
        switch (key) {
            case Key.OfTask k -> tasks.remove(k.kind(), k.subjectId());
            case Key.OfIdempotentRequest k -> idempotentRequests.remove(k.route(), k.key());
            default -> throw new IllegalArgumentException("never removed: " + key);
        }
    }

    @SuppressWarnings("unchecked") // A key says what is put at it.
    private void put(Key<?> key, Object value) {
        switch (key) {
            case Key.OfTransfer k -> ledger.put((Transfer) value);
            case Key.OfSettlement k ->
                    throw new IllegalArgumentException("written as a transfer: " + key);
            case Key.OfGrant k -> ledger.put((GrantBalance) value);
            case Key.OfCapture k -> ledger.captures.put(k.id().value(), (RefundedCapture) value);
            case Key.OfProject k -> projects.put((Versioned<Project>) value);
            case Key.OfPayment k -> payments.put((Versioned<Payment>) value);
            case Key.OfGeneration k -> generations.put(k.id(), (StoredGeneration) value);
            case Key.OfTask k -> tasks.put(k.kind(), k.subjectId(), (Task) value);
            case Key.OfEvent k -> events.put((RecordedEvent) value);
            case Key.OfIdempotentRequest k ->
                    idempotentRequests.put(k.route(), k.key(), (IdempotentRequest) value);
            case Key.OfApiKey k -> indexes.apiKeys.put(k.id(), (ApiKey) value);
            case Key.OfIdentity k ->
                    indexes.ownerByIdentity.put(k.identity().toString(), (CustomerId) value);
            case Key.OfProjectRef k ->
                    indexes.ownerByProject.put(k.project().value(), (CustomerId) value);
            case Key.OfPaymentRef k ->
                    indexes.ownerByPayment.put(k.payment().value(), (CustomerId) value);
            case Key.OfRun k -> indexes.putRun(k, (ProjectId) value);
            case Key.OfGatewayRef k -> indexes.paymentByRef.put(k.ref().toString(),
                    new UniqueIndexes.ClaimedRef(k.ref(), (PaymentId) value));
            case Key.OfNotice k -> indexes.notices.put(k.notice().toString(), (CustomerId) value);
        }
    }
}
