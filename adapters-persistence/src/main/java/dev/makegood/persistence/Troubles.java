package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a database's error means for a unit, told by its SQLSTATE alone. */
final class Troubles {

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");

    /** Terminated by an administrator, crashed, not up yet. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03");

    private static final String CONNECTION = "08";
    private static final String INTEGRITY = "23";

    private Troubles() {}

    /** The whole unit may be run again. */
    static boolean mayPass(Throwable trouble) {
        return isInTheWay(trouble) || isGone(trouble);
    }

    private static boolean isInTheWay(Throwable trouble) {
        return trouble instanceof StaleUnit
                || state(trouble).filter(IN_THE_WAY::contains).isPresent();
    }

    private static boolean isGone(Throwable trouble) {
        return state(trouble)
                .filter(state -> state.startsWith(CONNECTION) || GONE.contains(state))
                .isPresent();
    }

    /** A constraint stood behind a rule that should have held before. */
    static boolean isRefusedByTheDatabase(Throwable trouble) {
        return state(trouble).filter(state -> state.startsWith(INTEGRITY)).isPresent();
    }

    /** What whoever asked is told when it was the last try. */
    static RuntimeException lastOf(RuntimeException trouble) {
        if (isInTheWay(trouble)) {
            return StoreUnavailable.busy(trouble);
        }
        return isGone(trouble) ? StoreUnavailable.outOfReach(trouble) : trouble;
    }

    static RuntimeException of(SQLException trouble) {
        return new DatabaseTrouble(trouble);
    }

    private static Optional<String> state(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
