package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The troubles of a database that are nobody's fault and pass: a unit that meets one is not wrong, only early.
 *
 * <p>The one table of them. A SQLSTATE that is not here is a fault of ours, and stays an exception: a broken
 * constraint, a missing privilege, damaged data.
 */
public enum DatabaseFault {

    SERIALIZATION_FAILURE("40001", Then.RETRY, "it collided with another transaction"),
    DEADLOCK("40P01", Then.RETRY, "it and another transaction waited for each other"),
    LOCK_NOT_AVAILABLE("55P03", Then.RETRY, "another transaction keeps the row locked"),
    QUERY_CANCELED("57014", Then.REFUSE, "a statement took too long, or was cancelled"),

    ADMIN_SHUTDOWN("57P01", Then.RETRY, "it is stopping, or ended the connection"),
    CRASH_SHUTDOWN("57P02", Then.RETRY, "it is recovering from a crash"),
    CANNOT_CONNECT_NOW("57P03", Then.RETRY, "it is starting or stopping"),
    IDLE_SESSION_TIMEOUT("57P05", Then.RETRY, "it ended a connection that was idle too long"),
    IDLE_TRANSACTION_TIMEOUT("25P03", Then.RETRY, "it ended a transaction that was idle too long"),
    TRANSACTION_TIMEOUT("25P04", Then.RETRY, "it ended a transaction that took too long"),
    CONNECTION("08", Then.RETRY, "the connection failed"),

    READ_ONLY("25006", Then.REFUSE, "it only reads: a standby, or made read-only"),
    RESOURCES("53", Then.REFUSE, "it is full: its disk, its memory or its connections"),
    SYSTEM("58", Then.REFUSE, "its machine failed: a read or write error");

    private final String state;
    private final Then then;
    private final String reason;

    /** Whether the whole unit may be run again at once, or its caller should come back later. */
    private enum Then {
        RETRY, REFUSE
    }

    DatabaseFault(String state, Then then, String reason) {
        this.state = state;
        this.then = then;
        this.reason = reason;
    }

    /** The first of these among the causes; empty if the error is another one. */
    public static Optional<DatabaseFault> find(Throwable error) {
        return sqlState(error).flatMap(
                found -> Stream.of(values())
                        .filter(fault -> found.startsWith(fault.state))
                        .findFirst());
    }

    /** What the caller gets: that the storage is unavailable, if this error is one of these. */
    public static RuntimeException exceptionOf(SQLException error) {
        return DatabaseErrors.translate(DatabaseErrors.of(error));
    }

    static Optional<String> sqlState(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(found -> found != null)
                .findFirst();
    }

    /** Others have what this one needs: it is there, and will be free again. */
    public boolean isBusy() {
        return switch (this) {
            case SERIALIZATION_FAILURE, DEADLOCK, LOCK_NOT_AVAILABLE, QUERY_CANCELED -> true;
            case ADMIN_SHUTDOWN, CRASH_SHUTDOWN, CANNOT_CONNECT_NOW, IDLE_SESSION_TIMEOUT,
                    IDLE_TRANSACTION_TIMEOUT, TRANSACTION_TIMEOUT, CONNECTION, READ_ONLY, RESOURCES,
                    SYSTEM ->
                    false;
        };
    }

    /** The whole unit may be run again: it was rolled back, or its repetition is recognised. */
    boolean isRetryable() {
        return then == Then.RETRY;
    }

    /** In words, of the database. */
    public String reason() {
        return reason;
    }
}
