package dev.makegood.persistence;

import java.sql.SQLException;

/** The database said no where it must not; its own words are in the cause. */
final class DatabaseTrouble extends RuntimeException {

    DatabaseTrouble(SQLException cause) {
        super("the database failed with SQLSTATE " + cause.getSQLState(), cause);
    }
}
