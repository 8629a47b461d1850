package dev.makegood.persistence.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The database and who may enter it; said again at every start, so half a start heals. */
final class Roles {

    private Roles() {}

    static void settle(Connection owner, Login application) throws SQLException {
        makeRole(owner, application);
        makeDatabase(owner, EmbeddedPostgres.DATABASE);
        Sql.run(owner, "revoke all on database postgres, template1 from public");
    }

    /** A database of the owner's, where the application may come in and do nothing yet. */
    static void makeDatabase(Connection owner, String name) throws SQLException {
        if (Sql.ask(owner, "select 1 from pg_database where datname = '" + name + "'").isEmpty()) {
            Sql.run(owner, "create database " + name);
        }
        admit(owner, name);
    }

    static void admit(Connection owner, String database) throws SQLException {
        Sql.run(owner, "revoke all on database " + database + " from public");
        Sql.run(owner, "grant connect on database " + database
                + " to " + EmbeddedPostgres.APPLICATION);
    }

    /** The password is hashed on our side, so no statement and no log ever holds it. */
    private static void makeRole(Connection owner, Login role) throws SQLException {
        if (Sql.ask(owner, "select 1 from pg_roles where rolname = '" + role.user() + "'")
                .isEmpty()) {
            Sql.run(owner, "create role " + role.user() + " login");
        }
        owner.unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }
}
