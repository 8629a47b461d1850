package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqUnit.UnitResult;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/** How statements reach the database: in transactions of our own, or in the one of a host. */
interface Transactions {

    /** Runs the statements of a customer's unit, all of them or none; they may be run again. */
    <R> UnitResult<R> runUnit(
            CustomerId customer, BiFunction<DSLContext, LockMode, UnitResult<R>> statements);

    /** Runs a statement that stands for itself. */
    <R> R execute(Function<DSLContext, R> statement);

    /** The same for one that would not answer the same a second time: if its answer is lost, it throws. */
    <R> R executeOnce(Function<DSLContext, R> statement);

    /** Reads everything as it is at one moment. */
    <R> R readSnapshot(Function<DSLContext, R> statements);

    /** How long a unit would wait for a connection; a host's transaction has one. */
    default Duration expectedUnitWait() {
        return Duration.ZERO;
    }

    /** The same for what is read beside units. */
    default Duration expectedReadWait() {
        return Duration.ZERO;
    }

    /** Whether the transaction is a host's. */
    boolean isJoined();
}
