package dev.makegood.testing;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.project.Project;
import dev.makegood.store.Store.Work;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the contracts of a storage start from; others may have left things in it, so each test has
 * customers and a time of its own.
 */
public abstract class StorageTestBase {

    protected final Samples samples = Samples.fresh();
    protected final TickingClock clock = new TickingClock(samples.start());
    protected final CustomerId ada = samples.customer();
    protected final CustomerId bob = samples.customer();

    /** The storage under test: always the same one within a test. */
    protected abstract Storage storage();

    protected final <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return storage().write(customer, work);
    }

    /** Reads something in a unit of its own. */
    protected final <T> Optional<T> find(
            CustomerId customer, Function<? super Unit, Optional<T>> look) {
        return storage().write(customer, look::apply);
    }

    protected final void change(CustomerId customer, Consumer<? super Unit> work) {
        storage().change(customer, work);
    }

    protected final Ledger ledger() {
        return new Ledger(storage(), storage().statements(), clock, LedgerSettings.DEFAULT);
    }

    protected final void add(Project project) {
        change(project.details().customer(), unit -> unit.projects().add(project));
    }

    protected final void replace(Project before, Project after) {
        change(before.details().customer(), unit -> unit.projects().replace(before, after));
    }

    /** An event that says nothing but this. */
    protected record TestEvent(String what) implements Event {

        public TestEvent {}

        @Override
        public String type() {
            return "test.said";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("what", what);
        }
    }
}
