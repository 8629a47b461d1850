package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the parts of a desk share: one customer's units of work, by one clock and one set of rules.
 *
 * @param <U> what a unit of this desk offers
 */
public interface UnitContext<U extends LedgerUnit> {

    Store<? extends U> store();

    InstantSource clock();

    LedgerSettings ledgerSettings();

    default Instant now() {
        return clock().instant();
    }

    /** A unit's time: the clock's, or the customer's newest record's if another server's clock was ahead. */
    default Instant now(U unit) {
        return unit.events().notBeforeLast(now());
    }

    default <R> R write(CustomerId customer, Function<U, R> work) {
        return store().write(customer, work::apply);
    }

    /** The same, for work that is about these ids. */
    default <R> R write(CustomerId customer, Collection<?> named, Function<U, R> work) {
        return store().write(customer, named, work::apply);
    }

    default void change(CustomerId customer, Consumer<U> work) {
        store().change(customer, work);
    }

    /**
     * Runs a unit of the owner on what {@code find} finds in it; empty if there is no owner or
     * nothing found.
     */
    default <T, R> Optional<R> with(
            Optional<CustomerId> owner, Collection<?> named, Function<U, Optional<T>> find,
            BiFunction<U, T, R> work) {
        return owner.flatMap(customer -> write(customer, named,
                unit -> find.apply(unit).map(found -> work.apply(unit, found))));
    }

    default LedgerRules ledgerRules(U unit) {
        return LedgerRules.of(unit, now(), ledgerSettings());
    }
}
