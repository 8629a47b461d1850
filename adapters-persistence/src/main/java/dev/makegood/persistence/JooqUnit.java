package dev.makegood.persistence;

import dev.makegood.Unit;
import dev.makegood.access.Keys;
import dev.makegood.access.Requests;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.event.Recorded;
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
    private final Head head;
    private final JooqEvents events;
    private final JooqLedger ledger;
    private final JooqProjects projects;
    private final JooqPayments payments;

    private JooqUnit(DSLContext dsl, Head head) {
        this.dsl = dsl;
        this.head = head;
        this.events = new JooqEvents(dsl, head);
        this.ledger = new JooqLedger(dsl, head);
        this.projects = new JooqProjects(dsl, head);
        this.payments = new JooqPayments(dsl, head);
    }

    /** What a unit answered, what it told, and whether it leaves anything behind. */
    record Done<R>(R answer, List<Recorded> events, boolean isWorthKeeping) {}

    static <R> Done<R> run(
            DSLContext dsl, CustomerId customer, Work<? super JooqUnit, R> work) {
        var unit = new JooqUnit(dsl, Head.locked(dsl, customer));
        R answer = work.on(unit);
        var told = unit.events.write();
        unit.head.write();
        return new Done<>(answer, told, unit.head.isWorthKeeping());
    }

    /** For tables that only the adapter itself knows. */
    DSLContext dsl() {
        return dsl;
    }

    @Override
    public CustomerStore customers() {
        return new JooqCustomers(dsl, head);
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
        return new JooqGenerations(dsl, head);
    }

    @Override
    public Tasks tasks() {
        return new JooqTasks(dsl, head);
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public Keys keys() {
        return new JooqKeys(dsl, head);
    }

    @Override
    public Requests requests() {
        return new JooqRequests(dsl, head);
    }
}
