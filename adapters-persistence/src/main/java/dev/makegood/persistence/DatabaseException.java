package dev.makegood.persistence;

import java.sql.SQLException;

/** The database failed where it must not; its own message is in the cause. */
final class DatabaseException extends RuntimeException {

    DatabaseException(SQLException cause) {
        super("the database failed with SQLSTATE " + cause.getSQLState(), cause);
    }
}
