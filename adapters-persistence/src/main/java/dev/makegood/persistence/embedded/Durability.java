package dev.makegood.persistence.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether what was committed survives a power cut. */
enum Durability {

    /** It does; the only one for money. */
    DURABLE("on"),

    /** It does not; for tests that throw the database away. */
    FLEETING("off");

    private static final List<String> SETTINGS =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final String wanted;

    Durability(String wanted) {
        this.wanted = wanted;
    }

    /** Lines for the server's configuration. */
    String settings() {
        return String.join(" = " + wanted + "\n", SETTINGS) + " = " + wanted + "\n";
    }

    /** Asks the server itself, because a later file or a role's own setting may say otherwise. */
    void proveOn(Connection connection) throws SQLException {
        for (var setting : SETTINGS) {
            var found = Sql.ask(connection, "show " + setting);
            if (!found.equals(wanted)) {
                throw new EmbeddedPostgresFailed("the embedded PostgreSQL would not keep its word: "
                        + setting + " is " + found + " for "
                        + connection.getMetaData().getUserName() + " and must be " + wanted);
            }
        }
    }
}
