package dev.makegood.persistence;

import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.store.Store.Work;
import dev.makegood.unit.Foreseen;
import dev.makegood.unit.WorkingUnit;
import java.util.List;
import org.jooq.DSLContext;

/**
 * One unit of work in an open transaction: it locks and loads, and what it leaves behind is written at its end.
 *
 * @param dsl for tables that only the adapter itself knows
 */
record JooqUnit(DSLContext dsl, Unit unit) {

    /** A unit's answer, its events, and whether it must commit. */
    record UnitResult<R>(R answer, List<RecordedEvent> events, boolean mustCommit) {}

    static <R> UnitResult<R> run(
            DSLContext dsl, CustomerId customer, LockMode mode, Foreseen foreseen,
            Work<JooqUnit, R> work) {
        var loader = JooqLoader.lock(dsl, customer, mode, foreseen);
        var unit = new WorkingUnit(loader.head(), loader);
        R answer = work.on(new JooqUnit(dsl, unit));
        var changes = unit.changes();
        ChangeWriter.write(new RoundTrip(dsl), List.of(changes));
        return new UnitResult<>(answer, changes.events(),
                !loader.isNew() || !changes.isEmpty());
    }
}
