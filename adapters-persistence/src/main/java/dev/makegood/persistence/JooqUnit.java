package dev.makegood.persistence;

import dev.makegood.Unit;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.store.Store.Work;
import dev.makegood.task.Tasks;
import java.util.List;
import org.jooq.DSLContext;

/** One unit of work in an open transaction: locks first, and writes the customer's row once, at its end. */
final class JooqUnit implements Unit {

    private final DSLContext dsl;
    private final CustomerRowLock rowLock;
    private final JooqEvents events;
    private final JooqLedger ledger;
    private final JooqProjects projects;
    private final JooqPayments payments;

    private JooqUnit(DSLContext dsl, CustomerRowLock rowLock) {
        this.dsl = dsl;
        this.rowLock = rowLock;
        this.events = new JooqEvents(dsl, rowLock);
        this.ledger = new JooqLedger(dsl, rowLock);
        this.projects = new JooqProjects(dsl, rowLock);
        this.payments = new JooqPayments(dsl, rowLock);
    }

    /** A unit's answer, its events, and whether it must commit. */
    record UnitResult<R>(R answer, List<RecordedEvent> events, boolean mustCommit) {}

    static <R> UnitResult<R> run(
            DSLContext dsl, CustomerId customer, LockMode mode, Work<? super JooqUnit, R> work) {
        var unit = new JooqUnit(dsl, CustomerRowLock.acquire(dsl, customer, mode));
        R answer = work.on(unit);
        var events = unit.events.write();
        unit.rowLock.write();
        return new UnitResult<>(answer, events, unit.rowLock.mustCommit());
    }

    /** For tables that only the adapter itself knows. */
    DSLContext dsl() {
        return dsl;
    }

    @Override
    public CustomerStore customers() {
        return new JooqCustomers(dsl, rowLock);
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
        return new JooqGenerations(dsl, rowLock);
    }

    @Override
    public Tasks tasks() {
        return new JooqTasks(dsl, rowLock);
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public ApiKeyStore apiKeys() {
        return new JooqApiKeys(dsl, rowLock);
    }

    @Override
    public IdempotentRequestStore idempotentRequests() {
        return new JooqIdempotentRequests(dsl, rowLock);
    }
}
