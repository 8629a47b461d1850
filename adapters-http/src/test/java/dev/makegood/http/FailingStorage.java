package dev.makegood.http;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyDirectory;
import dev.makegood.access.IdempotentRequestDirectory;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A storage that throws what a test sets, while it is set. */
public final class FailingStorage implements Storage {

    volatile @Nullable public Supplier<RuntimeException> failure;

    /** How often a key was looked for. */
    public final AtomicInteger keyReads = new AtomicInteger();

    /** How often it was tried to write. */
    public final AtomicInteger writeChecks = new AtomicInteger();

    /** How many writes succeed before the failure that is set. */
    public final AtomicInteger writesBeforeFailure = new AtomicInteger();

    /** How long units, and reads, are said to wait. */
    public volatile Duration unitWait = Duration.ZERO;
    public volatile Duration readWait = Duration.ZERO;

    /** Done before each of these tries. */
    public volatile Runnable beforeWriteCheck = () -> {};

    public final EndlessStatements statements;

    private final Storage delegate;

    FailingStorage(Storage delegate) {
        this.delegate = delegate;
        this.statements = new EndlessStatements(delegate.statements());
    }

    private void throwIfSet() {
        var supplier = failure;
        if (supplier != null) {
            throw supplier.get();
        }
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        if (writesBeforeFailure.getAndDecrement() <= 0) {
            throwIfSet();
        }
        return delegate.write(customer, work);
    }

    @Override
    public StorageProbe probe() {
        var probe = delegate.probe();
        return new StorageProbe() {
            @Override
            public Instant now() {
                throwIfSet();
                return probe.now();
            }

            @Override
            public void checkWritable() {
                writeChecks.incrementAndGet();
                beforeWriteCheck.run();
                throwIfSet();
                probe.checkWritable();
            }

            @Override
            public Duration expectedUnitWait() {
                return unitWait;
            }

            @Override
            public Duration expectedReadWait() {
                return readWait;
            }
        };
    }

    @Override
    public IdempotentRequestDirectory idempotentRequestDirectory() {
        return delegate.idempotentRequestDirectory();
    }

    @Override
    public ApiKeyDirectory apiKeyDirectory() {
        var keys = delegate.apiKeyDirectory();
        return new ApiKeyDirectory() {
            @Override
            public Optional<ApiKey> find(String id) {
                throwIfSet();
                keyReads.incrementAndGet();
                return keys.find(id);
            }

            @Override
            public List<ApiKey> all() {
                return keys.all();
            }
        };
    }

    @Override
    public CustomerDirectory customerDirectory() {
        return delegate.customerDirectory();
    }

    @Override
    public ProjectDirectory projectDirectory() {
        return delegate.projectDirectory();
    }

    @Override
    public PaymentDirectory paymentDirectory() {
        return delegate.paymentDirectory();
    }

    @Override
    public GenerationDirectory generationDirectory() {
        return delegate.generationDirectory();
    }

    @Override
    public Calculations calculations() {
        return delegate.calculations();
    }

    @Override
    public CreditPacks creditPacks() {
        return delegate.creditPacks();
    }

    @Override
    public Statements statements() {
        return statements;
    }

    @Override
    public ProjectHistory projectHistory() {
        return delegate.projectHistory();
    }

    @Override
    public PaymentHistory paymentHistory() {
        return delegate.paymentHistory();
    }

    @Override
    public TaskQueue taskQueue() {
        return delegate.taskQueue();
    }

    @Override
    public Outbox outbox() {
        return delegate.outbox();
    }

    @Override
    public Reports reports() {
        return delegate.reports();
    }

    @Override
    public Totals totals() {
        return delegate.totals();
    }

    @Override
    public Archive archive() {
        return delegate.archive();
    }
}
