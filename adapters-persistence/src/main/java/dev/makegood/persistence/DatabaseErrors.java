package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailableException;
import java.sql.SQLException;

/** What a database's error means for a unit, by its SQLSTATE alone: {@link DatabaseFault} lists them. */
final class DatabaseErrors {

    private DatabaseErrors() {}

    /** The whole unit may be run again. */
    static boolean isRetryable(Throwable error) {
        return error instanceof StaleUnit
                || DatabaseFault.find(error).filter(DatabaseFault::isRetryable).isPresent();
    }

    /** What the caller gets after the last attempt. */
    static RuntimeException translate(RuntimeException error) {
        return error instanceof StoreUnavailableException || DatabaseFault.find(error).isEmpty()
                ? error
                : storeUnavailable(error);
    }

    static StoreUnavailableException storeUnavailable(Throwable error) {
        var state = DatabaseFault.sqlState(error).orElse("unknown");
        var reason = DatabaseFault.find(error)
                .map(DatabaseFault::reason)
                .orElse("no connection to it can be had");
        return new StoreUnavailableException(
                "the database is unavailable: " + reason + " (SQLSTATE " + state + ")", error);
    }

    static RuntimeException of(SQLException error) {
        return new DatabaseException(error);
    }
}
