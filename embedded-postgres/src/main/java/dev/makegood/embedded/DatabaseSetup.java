package dev.makegood.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The database and its roles; applied at every start, so that half a start is repaired. */
final class DatabaseSetup {

    private DatabaseSetup() {}

    static void ensure(Connection owner, Login application) throws SQLException {
        ensureRole(owner, application);
        ensureDatabase(owner, EmbeddedPostgres.DATABASE);
        PlainSql.execute(owner, "revoke all on database postgres, template1 from public");
    }

    /** A database of the owner, where the application may connect and do nothing yet. */
    static void ensureDatabase(Connection owner, String name) throws SQLException {
        if (PlainSql.query(owner, "select 1 from pg_database where datname = '" + name + "'")
                .isEmpty()) {
            PlainSql.execute(owner, "create database " + name);
        }
        grantConnect(owner, name);
    }

    static void grantConnect(Connection owner, String database) throws SQLException {
        PlainSql.execute(owner, "revoke all on database " + database + " from public");
        PlainSql.execute(owner, "grant connect on database " + database
                + " to " + EmbeddedPostgres.APPLICATION);
    }

    /** The password is hashed on our side, so no statement and no log ever holds it. */
    private static void ensureRole(Connection owner, Login role) throws SQLException {
        if (PlainSql.query(owner, "select 1 from pg_roles where rolname = '" + role.user() + "'")
                .isEmpty()) {
            PlainSql.execute(owner, "create role " + role.user() + " login");
        }
        owner.unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }
}
