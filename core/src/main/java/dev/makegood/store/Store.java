package dev.makegood.store;

import dev.makegood.customer.CustomerId;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Runs units of work: each for one customer, entirely or not at all.
 *
 * <p>The units of one customer are serial: a unit holds that customer's lock from before its first
 * read until it is durable. When {@link #write} returns, everything the work wrote is durable, on a
 * store that owns its transaction; on one that joined a host's transaction it is durable when the
 * host's is. When it throws, nothing was written, or (the connection broke while committing) it is
 * unknown: every command has an id, so that it can be repeated.
 *
 * <p>A store that owns its transaction may run the work several times when the database asks for it
 * (a deadlock, a broken connection), so the work reads and writes through its unit only, and makes
 * no outside call. A joined store repeats only a unit that lost a name to another, once.
 *
 * @param <U> what a unit offers
 */
public interface Store<U> {

    /**
     * Runs one unit of reading and writing for one customer, and answers what the work answered.
     *
     * @throws StoreUnavailableException if the storage cannot be reached
     */
    <R> R write(CustomerId customer, Work<? super U, R> work);

    /**
     * The same, for work that names beforehand what it is about: a storage may load that together with the customer's
     * lock. Whatever else the work reads is loaded when it asks.
     *
     * @param named ids of transfers, projects and payments
     */
    default <R> R write(
            CustomerId customer, Collection<?> named, Work<? super U, R> work) {
        return write(customer, work);
    }

    /** Runs one unit that answers nothing. */
    default void change(CustomerId customer, Consumer<? super U> work) {
        var unused = write(customer, unit -> {
            work.accept(unit);
            return customer;
        });
    }

    /** What is done in a unit. */
    @FunctionalInterface
    interface Work<U, R> {

        R on(U unit);
    }
}
