package dev.makegood.memory;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.KeyDirectory;
import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Outbox;
import dev.makegood.generation.GenerationDirectory;
import dev.makegood.ledger.Statements;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.CreditPacks;
import dev.makegood.project.Histories;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.task.TaskQueue;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps everything in memory: the reference implementation, and the twin every contract test also runs on.
 *
 * <p>One lock for all: units are serial, and what is read beside them is durable in the only sense there is here.
 * Reading beside a unit while in one, or opening a unit within a unit, is refused: it would fail, or lie, elsewhere.
 */
public final class InMemoryStore implements Storage {

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal = new Journal();
    private final Directories directories = new Directories(journal);
    private final Map<UUID, Shelf> shelves = new TreeMap<>();
    private final MemoryCalculations calculations = new MemoryCalculations();
    private final MemoryCreditPacks packs = new MemoryCreditPacks();
    private final MemoryOutbox outbox = new MemoryOutbox(this);

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return exclusively(() -> {
            try {
                R answer = work.on(shelf(customer));
                journal.commit();
                return answer;
            } finally {
                journal.rollBack();
            }
        });
    }

    /** Tells whether this thread is inside a unit: nobody outside may be called then. */
    public boolean isInUnit() {
        return lock.isHeldByCurrentThread();
    }

    <R> R exclusively(Supplier<R> reading) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a unit within a unit");
        }
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    Shelf shelf(CustomerId customer) {
        return shelves.computeIfAbsent(customer.value(),
                id -> new Shelf(customer, journal, directories));
    }

    Map<UUID, Shelf> shelves() {
        return shelves;
    }

    Directories directories() {
        return directories;
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
    public KeyDirectory keyDirectory() {
        return new MemoryKeyDirectory(this);
    }

    @Override
    public Statements statements() {
        return new MemoryStatements(this);
    }

    @Override
    public Histories histories() {
        return new MemoryHistories(this);
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
    public Archive archive() {
        return new MemoryArchive(this);
    }
}
