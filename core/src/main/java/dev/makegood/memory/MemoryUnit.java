package dev.makegood.memory;

import dev.makegood.Unit;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.memory.table.CustomerTables;
import dev.makegood.memory.table.Row;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.task.Tasks;
import java.util.UUID;
import java.util.function.Function;

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
    private final UndoableMap<UUID, Row> ownRow;

    MemoryUnit(CustomerId customer, MemoryTables tables, UniqueIndexes indexes) {
        this.customer = customer;
        this.indexes = indexes;
        this.ledger = new MemoryLedger(customer, tables);
        this.projects = new MemoryProjects(customer, tables, indexes);
        this.payments = new MemoryPayments(customer, tables, indexes);
        this.generations = new MemoryGenerations(tables);
        this.tasks = new MemoryTasks(tables);
        this.events = new MemoryEvents(customer, tables);
        this.idempotentRequests = new MemoryIdempotentRequests(customer, tables);
        this.ownRow = tables.map(CustomerTables.CUSTOMER, Function.identity());
    }

    /** The customer's own row is written at the end of the unit, once. */
    void saveOwnRow() {
        ownRow.put(customer.value(),
                CustomerTables.customer(ledger.wallet(), projects.statistics(),
                        events.head(), events.lastAt(),
                        indexes.customers.find(customer.value()).orElse(null)));
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
