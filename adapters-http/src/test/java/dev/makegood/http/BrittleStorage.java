package dev.makegood.http;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.ApiKey;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A storage that breaks when told to, with whatever it is told to throw. */
final class BrittleStorage implements Storage {

    volatile @Nullable Supplier<RuntimeException> breaksWith;

    private final Storage whole;

    BrittleStorage(Storage whole) {
        this.whole = whole;
    }

    private void hold() {
        var broken = breaksWith;
        if (broken != null) {
            throw broken.get();
        }
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        hold();
        return whole.write(customer, work);
    }

    @Override
    public KeyDirectory keyDirectory() {
        var keys = whole.keyDirectory();
        return new KeyDirectory() {
            @Override
            public Optional<ApiKey> find(String id) {
                hold();
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
        return whole.customerDirectory();
    }

    @Override
    public ProjectDirectory projectDirectory() {
        return whole.projectDirectory();
    }

    @Override
    public PaymentDirectory paymentDirectory() {
        return whole.paymentDirectory();
    }

    @Override
    public GenerationDirectory generationDirectory() {
        return whole.generationDirectory();
    }

    @Override
    public Calculations calculations() {
        return whole.calculations();
    }

    @Override
    public CreditPacks creditPacks() {
        return whole.creditPacks();
    }

    @Override
    public Statements statements() {
        return whole.statements();
    }

    @Override
    public Histories histories() {
        return whole.histories();
    }

    @Override
    public PaymentHistory paymentHistory() {
        return whole.paymentHistory();
    }

    @Override
    public TaskQueue taskQueue() {
        return whole.taskQueue();
    }

    @Override
    public Outbox outbox() {
        return whole.outbox();
    }

    @Override
    public Reports reports() {
        return whole.reports();
    }

    @Override
    public Archive archive() {
        return whole.archive();
    }
}
