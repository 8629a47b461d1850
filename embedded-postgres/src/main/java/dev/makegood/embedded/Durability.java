package dev.makegood.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether what was committed survives a power cut. */
enum Durability {

    /** It does; the only one for money. */
    DURABLE("on"),

    /** It does not; for tests that delete the database. */
    EPHEMERAL("off");

    private static final List<String> SETTINGS =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final String value;

    Durability(String wanted) {
        this.value = wanted;
    }

    /** Lines for the server's configuration. */
    String settings() {
        return String.join(" = " + value + "\n", SETTINGS) + " = " + value + "\n";
    }

    /** Asks the server itself, because a later file or a role's own setting may say otherwise. */
    void verifyOn(Connection connection) throws SQLException {
        for (var setting : SETTINGS) {
            var actual = PlainSql.query(connection, "show " + setting);
            if (!actual.equals(value)) {
                throw new EmbeddedPostgresException(
                        "the embedded PostgreSQL is not as durable as it must be: "
                                + setting + " is " + actual + " for "
                                + connection.getMetaData().getUserName() + " and must be " + value
                                + "; own.conf, postgresql.auto.conf or that role overrides it");
            }
        }
    }
}
