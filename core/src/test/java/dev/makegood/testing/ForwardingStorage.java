package dev.makegood.testing;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
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

/** Does as another storage does; tests put their faults between. */
public class ForwardingStorage implements Storage {

    private final Storage storage;

    public ForwardingStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return storage.write(customer, work);
    }

    @Override
    public CustomerDirectory customerDirectory() {
        return storage.customerDirectory();
    }

    @Override
    public ProjectDirectory projectDirectory() {
        return storage.projectDirectory();
    }

    @Override
    public PaymentDirectory paymentDirectory() {
        return storage.paymentDirectory();
    }

    @Override
    public GenerationDirectory generationDirectory() {
        return storage.generationDirectory();
    }

    @Override
    public Calculations calculations() {
        return storage.calculations();
    }

    @Override
    public CreditPacks creditPacks() {
        return storage.creditPacks();
    }

    @Override
    public IdempotentRequestDirectory idempotentRequestDirectory() {
        return storage.idempotentRequestDirectory();
    }

    @Override
    public ApiKeyDirectory apiKeyDirectory() {
        return storage.apiKeyDirectory();
    }

    @Override
    public Statements statements() {
        return storage.statements();
    }

    @Override
    public ProjectHistory projectHistory() {
        return storage.projectHistory();
    }

    @Override
    public PaymentHistory paymentHistory() {
        return storage.paymentHistory();
    }

    @Override
    public TaskQueue taskQueue() {
        return storage.taskQueue();
    }

    @Override
    public Outbox outbox() {
        return storage.outbox();
    }

    @Override
    public Reports reports() {
        return storage.reports();
    }

    @Override
    public StorageProbe probe() {
        return storage.probe();
    }

    @Override
    public Totals totals() {
        return storage.totals();
    }

    @Override
    public Archive archive() {
        return storage.archive();
    }
}
