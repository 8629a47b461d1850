package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a database's error means for a unit, by its SQLSTATE alone. */
final class DatabaseErrors {

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    /** Terminated by an administrator, crashed, not up yet. */
    private static final Set<String> SERVER_DOWN = Set.of("57P01", "57P02", "57P03");

    private static final String CONNECTION_CLASS = "08";
    private static final String INTEGRITY_CLASS = "23";
    private static final String RESOURCES_CLASS = "53";

    /** A statement that took too long, or was stopped by an administrator. */
    private static final String QUERY_CANCELED = "57014";

    private DatabaseErrors() {}

    /** The whole unit may be run again. */
    static boolean isRetryable(Throwable error) {
        return error instanceof StaleUnit || hasSqlState(error, DatabaseErrors::isTransient);
    }

    private static boolean isTransient(String state) {
        return CONFLICTS.contains(state)
                || SERVER_DOWN.contains(state)
                || state.startsWith(CONNECTION_CLASS);
    }

    private static boolean isUnavailable(String state) {
        return isTransient(state)
                || state.startsWith(RESOURCES_CLASS)
                || state.equals(QUERY_CANCELED);
    }

    /** A constraint refused what a rule of core should have refused before. */
    static boolean isConstraintViolation(Throwable error) {
        return hasSqlState(error, state -> state.startsWith(INTEGRITY_CLASS));
    }

    /** What the caller gets after the last attempt. */
    static RuntimeException translate(RuntimeException error) {
        return hasSqlState(error, DatabaseErrors::isUnavailable)
                && !(error instanceof StoreUnavailableException)
                        ? storeUnavailable(error)
                        : error;
    }

    static StoreUnavailableException storeUnavailable(Throwable error) {
        var state = sqlState(error).orElse("unknown");
        return new StoreUnavailableException("the database is unreachable, busy or full (SQLSTATE "
                + state + ")", error);
    }

    static RuntimeException of(SQLException error) {
        return new DatabaseException(error);
    }

    private static boolean hasSqlState(Throwable error, Predicate<String> condition) {
        return sqlState(error).filter(condition).isPresent();
    }

    private static Optional<String> sqlState(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
