package dev.makegood.memory;

import dev.makegood.Unit;
import dev.makegood.access.Keys;
import dev.makegood.access.Requests;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.task.Tasks;

/** Everything of one customer, and the unit of work on it. */
final class Shelf implements Unit {

    final CustomerId owner;
    final MemoryLedger ledger;
    final MemoryProjects projects;
    final MemoryPayments payments;
    final MemoryGenerations generations;
    final MemoryTasks tasks;
    final MemoryEvents events;
    final MemoryRequests requests;
    private final Directories directories;

    Shelf(CustomerId owner, Journal journal, Directories directories) {
        this.owner = owner;
        this.directories = directories;
        this.ledger = new MemoryLedger(owner, journal);
        this.projects = new MemoryProjects(owner, journal, directories);
        this.payments = new MemoryPayments(owner, journal, directories);
        this.generations = new MemoryGenerations(journal);
        this.tasks = new MemoryTasks(journal);
        this.events = new MemoryEvents(owner, journal);
        this.requests = new MemoryRequests(journal);
    }

    @Override
    public CustomerStore customers() {
        return directories;
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
    public Keys keys() {
        return directories;
    }

    @Override
    public Requests requests() {
        return requests;
    }
}
