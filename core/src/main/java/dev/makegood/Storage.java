package dev.makegood;

import dev.makegood.access.ApiKeyDirectory;
import dev.makegood.access.IdempotentRequestDirectory;
import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerDirectory;
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
import dev.makegood.store.Store;
import dev.makegood.task.TaskQueue;

/** Everything that is stored: units of work, and what is read outside them. */
public interface Storage extends Store<Unit> {

    CustomerDirectory customerDirectory();

    ProjectDirectory projectDirectory();

    PaymentDirectory paymentDirectory();

    GenerationDirectory generationDirectory();

    Calculations calculations();

    CreditPacks creditPacks();

    ApiKeyDirectory apiKeyDirectory();

    IdempotentRequestDirectory idempotentRequestDirectory();

    Statements statements();

    ProjectHistory projectHistory();

    PaymentHistory paymentHistory();

    TaskQueue taskQueue();

    Outbox outbox();

    Reports reports();

    Totals totals();

    Archive archive();

    StorageProbe probe();
}
