package dev.makegood.memory;

import dev.makegood.Unit;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.task.Tasks;

/** Everything of one customer, and the unit of work on it. */
final class MemoryUnit implements Unit {

    final CustomerId customer;
    final MemoryLedger ledger;
    final MemoryProjects projects;
    final MemoryPayments payments;
    final MemoryGenerations generations;
    final MemoryTasks tasks;
    final MemoryEvents events;
    final MemoryIdempotentRequests idempotentRequests;
    private final UniqueIndexes indexes;

    MemoryUnit(CustomerId customer, UndoLog undoLog, UniqueIndexes indexes) {
        this.customer = customer;
        this.indexes = indexes;
        this.ledger = new MemoryLedger(customer, undoLog);
        this.projects = new MemoryProjects(customer, undoLog, indexes);
        this.payments = new MemoryPayments(customer, undoLog, indexes);
        this.generations = new MemoryGenerations(undoLog);
        this.tasks = new MemoryTasks(undoLog);
        this.events = new MemoryEvents(customer, undoLog);
        this.idempotentRequests = new MemoryIdempotentRequests(undoLog);
    }

    @Override
    public CustomerStore customers() {
        return indexes;
    }

    @Override
    public LedgerStore ledger() {
        return ledger;
    }

    @Override
    public ProjectStore projects() {
        return projects;
    }

    @Override
    public PaymentStore payments() {
        return payments;
    }

    @Override
    public GenerationStore generations() {
        return generations;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public ApiKeyStore apiKeys() {
        return indexes;
    }

    @Override
    public IdempotentRequestStore idempotentRequests() {
        return idempotentRequests;
    }
}
