package dev.makegood.unit;

import dev.makegood.Unit;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.task.Tasks;

/** One unit of work on one customer: it changes nothing but itself until a storage writes its {@link #changes}. */
public final class WorkingUnit implements Unit {

    private final WorkingSet working;

    /** A unit that begins with this head, and asks for whatever else it needs. */
    public WorkingUnit(Head head, UnitLoader loader) {
        this.working = new WorkingSet(head, loader);
    }

    /**
     * What it leaves behind.
     *
     * @throws dev.makegood.unit.table.ConstraintViolationException if the tables would refuse it
     */
    public Changes changes() {
        return ChangedRows.check(working.changes());
    }

    @Override
    public CustomerStore customers() {
        return new UnitAccess(working);
    }

    @Override
    public LedgerStore ledger() {
        return new UnitLedger(working);
    }

    @Override
    public ProjectStore projects() {
        return new UnitProjects(working);
    }

    @Override
    public PaymentStore payments() {
        return new UnitPayments(working);
    }

    @Override
    public GenerationStore generations() {
        return new UnitGenerations(working);
    }

    @Override
    public Tasks tasks() {
        return new UnitTasks(working);
    }

    @Override
    public EventLog events() {
        return new UnitEvents(working);
    }

    @Override
    public ApiKeyStore apiKeys() {
        return new UnitAccess(working);
    }

    @Override
    public IdempotentRequestStore idempotentRequests() {
        return new UnitAccess(working);
    }
}
