package dev.makegood.testing;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Terms;
import dev.makegood.project.Project;
import dev.makegood.store.Store.Work;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the contracts of a storage start from; others may have left things in it, so each test has customers and
 * a time of its own.
 */
public abstract class OnStorage {

    protected final Samples samples = Samples.fresh();
    protected final TickingClock clock = new TickingClock(samples.start());
    protected final CustomerId ada = samples.customer();
    protected final CustomerId bob = samples.customer();

    /** The storage under test: the same one as often as it is asked for within a test. */
    protected abstract Storage storage();

    protected final <R> R in(CustomerId customer, Work<? super Unit, R> work) {
        return storage().write(customer, work);
    }

    /** Looks for something in a unit of its own. */
    protected final <T> Optional<T> found(
            CustomerId customer, Function<? super Unit, Optional<T>> look) {
        return storage().write(customer, look::apply);
    }

    protected final void change(CustomerId customer, Consumer<? super Unit> work) {
        storage().change(customer, work);
    }

    protected final Ledger ledger() {
        return new Ledger(storage(), storage().statements(), clock, Terms.USUAL);
    }

    protected final void add(Project project) {
        change(project.brief().customer(), unit -> unit.projects().add(project));
    }

    protected final void replace(Project before, Project after) {
        change(before.brief().customer(), unit -> unit.projects().replace(before, after));
    }

    /** An event that says nothing but this. */
    protected record Said(String what) implements Event {

        public Said {}

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
