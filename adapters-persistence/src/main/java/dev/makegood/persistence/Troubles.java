package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a database's error means for a unit, told by its SQLSTATE alone. */
final class Troubles {

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");

    /** Terminated by an administrator, crashed, not up yet. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03");

    private static final String CONNECTION = "08";
    private static final String INTEGRITY = "23";
    private static final String FULL = "53";

    /** A statement that took too long, or was stopped by an administrator. */
    private static final String STOPPED = "57014";

    private Troubles() {}

    /** The whole unit may be run again. */
    static boolean mayPass(Throwable trouble) {
        return trouble instanceof StaleUnit || is(trouble, Troubles::isPassing);
    }

    private static boolean isPassing(String state) {
        return IN_THE_WAY.contains(state) || GONE.contains(state) || state.startsWith(CONNECTION);
    }

    private static boolean isUnavailable(String state) {
        return isPassing(state) || state.startsWith(FULL) || state.equals(STOPPED);
    }

    /** A constraint stood behind a rule that should have held before. */
    static boolean isRefusedByTheDatabase(Throwable trouble) {
        return is(trouble, state -> state.startsWith(INTEGRITY));
    }

    /** What whoever asked is told when it was the last try. */
    static RuntimeException lastOf(RuntimeException trouble) {
        return is(trouble, Troubles::isUnavailable) && !(trouble instanceof StoreUnavailable)
                ? unavailable(trouble)
                : trouble;
    }

    static StoreUnavailable unavailable(Throwable trouble) {
        var state = state(trouble).orElse("unknown");
        return new StoreUnavailable("the database is out of reach, busy or full (SQLSTATE "
                + state + ")", trouble);
    }

    static RuntimeException of(SQLException trouble) {
        return new DatabaseTrouble(trouble);
    }

    private static boolean is(Throwable trouble, Predicate<String> kind) {
        return state(trouble).filter(kind).isPresent();
    }

    private static Optional<String> state(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
