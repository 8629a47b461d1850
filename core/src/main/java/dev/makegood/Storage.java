package dev.makegood;

import dev.makegood.access.KeyDirectory;
import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.event.Outbox;
import dev.makegood.generation.GenerationDirectory;
import dev.makegood.ledger.Statements;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.CreditPacks;
import dev.makegood.project.Histories;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.store.Store;
import dev.makegood.task.TaskQueue;

/** A place that keeps everything: units of work, and what is read beside them. */
public interface Storage extends Store<Unit> {

    CustomerDirectory customerDirectory();

    ProjectDirectory projectDirectory();

    PaymentDirectory paymentDirectory();

    GenerationDirectory generationDirectory();

    Calculations calculations();

    CreditPacks creditPacks();

    KeyDirectory keyDirectory();

    Statements statements();

    Histories histories();

    PaymentHistory paymentHistory();

    TaskQueue taskQueue();

    Outbox outbox();

    Reports reports();

    Archive archive();
}
