package dev.makegood.memory;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.ApiKeyDirectory;
import dev.makegood.access.IdempotentRequestDirectory;
import dev.makegood.archive.EventCutter;
import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.generation.GenerationDirectory;
import dev.makegood.ledger.Statements;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.CreditPacks;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.project.ProjectHistory;
import dev.makegood.report.Totals;
import dev.makegood.store.StorageProbe;
import dev.makegood.task.TaskQueue;
import dev.makegood.unit.WorkingUnit;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps everything in memory: the reference implementation, and the twin every contract test also
 * runs on.
 *
 * <p>One lock for all: units are serial, and what is read outside them is committed. Reading
 * outside while in a unit, or opening a unit within a unit, is refused: on a database it would
 * block or read stale rows.
 */
public final class InMemoryStore implements Storage {

    private final ReentrantLock lock = new ReentrantLock();
    private final MemoryTables tables = new MemoryTables();
    private final UniqueIndexes indexes = new UniqueIndexes(tables);
    private final Map<UUID, MemoryCustomer> units = new TreeMap<>();
    private final MemoryCalculations calculations = new MemoryCalculations(this);
    private final MemoryCreditPacks packs = new MemoryCreditPacks(this);
    private final MemoryOutbox outbox = new MemoryOutbox(this);
    private final StorageProbe probe;

    public InMemoryStore() {
        this(InstantSource.system());
    }

    /** A store whose own clock this is. */
    public InMemoryStore(InstantSource clock) {
        this.probe = new MemoryProbe(this, clock);
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return transact(() -> {
            var stored = customerToRead(customer);
            var unit = new WorkingUnit(stored.head(), stored);
            R answer = work.on(unit);
            var changes = unit.changes();
            if (!changes.isEmpty()) {
                keep(stored);
                stored.write(changes);
            }
            return answer;
        });
    }

    /** All of it or nothing; refused if it violates a constraint of the tables. */
    <R> R transact(Supplier<R> action) {
        return withLock(() -> {
            try {
                R answer = action.get();
                tables.commit();
                return answer;
            } finally {
                tables.end();
            }
        });
    }

    /** Tells whether this thread is inside a unit, where no outside call may be made. */
    public boolean isInUnit() {
        return lock.isHeldByCurrentThread();
    }

    <R> R withLock(Supplier<R> action) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "this thread is already in a unit of work:"
                            + " neither a second unit nor a read outside is possible");
        }
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void keep(MemoryCustomer stored) {
        var id = stored.customer.value();
        if (units.putIfAbsent(id, stored) == null) {
            tables.undo(() -> units.remove(id));
        }
    }

    /** A customer of whom nothing is stored is not stored by it. */
    MemoryCustomer customerToRead(CustomerId customer) {
        var known = units.get(customer.value());
        return known == null ? new MemoryCustomer(customer, tables, indexes) : known;
    }

    Map<UUID, MemoryCustomer> units() {
        return units;
    }

    MemoryTables tables() {
        return tables;
    }

    MemoryCalculations memoryCalculations() {
        return calculations;
    }

    UniqueIndexes indexes() {
        return indexes;
    }

    /** Cuts events, as who owns the tables. */
    public EventCutter eventCutter() {
        return new MemoryEventCutter(this);
    }

    @Override
    public CustomerDirectory customerDirectory() {
        return new MemoryCustomerDirectory(this);
    }

    @Override
    public ProjectDirectory projectDirectory() {
        return new MemoryProjectDirectory(this);
    }

    @Override
    public PaymentDirectory paymentDirectory() {
        return new MemoryPaymentDirectory(this);
    }

    @Override
    public GenerationDirectory generationDirectory() {
        return new MemoryGenerationDirectory(this);
    }

    @Override
    public Calculations calculations() {
        return calculations;
    }

    @Override
    public CreditPacks creditPacks() {
        return packs;
    }

    @Override
    public IdempotentRequestDirectory idempotentRequestDirectory() {
        return new MemoryRequestDirectory(this);
    }

    @Override
    public ApiKeyDirectory apiKeyDirectory() {
        return new MemoryApiKeyDirectory(this);
    }

    @Override
    public Statements statements() {
        return new MemoryStatements(this);
    }

    @Override
    public ProjectHistory projectHistory() {
        return new MemoryProjectHistory(this);
    }

    @Override
    public PaymentHistory paymentHistory() {
        return new MemoryPaymentHistory(this);
    }

    @Override
    public TaskQueue taskQueue() {
        return new MemoryTaskQueue(this);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Reports reports() {
        return new MemoryReports(this);
    }

    @Override
    public StorageProbe probe() {
        return probe;
    }

    @Override
    public Totals totals() {
        return new MemoryTotals(this);
    }

    @Override
    public Archive archive() {
        return new MemoryArchive(this);
    }
}
