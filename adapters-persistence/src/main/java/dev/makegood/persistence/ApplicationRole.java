package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The role the application works as: it may add lines to the ledger and to the log, never change them. */
record ApplicationRole(DataSource owner) {

    static final String NAME = "makegood_app";

    private static final String EXISTS =
            "select exists (select from pg_roles where rolname = '" + NAME + "')";

    /** PostgreSQL 16 tells apart who is a member and who may become one. */
    private static final String MAY_BECOME = "select current_user = '" + NAME + "' or pg_has_role('"
            + NAME + "', case when current_setting('server_version_num')::int >= 160000"
            + " then 'set' else 'member' end)";

    private static final String OWNS_TABLES = "select pg_has_role('" + NAME
            + "', (select tableowner from pg_tables where schemaname = '" + Dialect.SCHEMA
            + "' and tablename = 'transfer'), 'usage')";

    boolean exists() {
        return holds(EXISTS);
    }

    boolean mayBeTaken() {
        return holds(MAY_BECOME);
    }

    List<String> warnings() {
        if (!exists()) {
            return List.of("there is no role " + NAME + " and we may not create it: nothing but"
                    + " the application itself keeps ledger and events append-only."
                    + " Let an administrator run: create role " + NAME + " nologin");
        }
        if (!mayBeTaken()) {
            return List.of("whoever migrates may not become " + NAME + ": let an administrator"
                    + " grant it, or let the application log in as it");
        }
        return holds(OWNS_TABLES)
                ? List.of("the role " + NAME + " owns the tables, so it may change the ledger:"
                        + " let another role migrate")
                : List.of();
    }

    private boolean holds(String question) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw Troubles.lastOf(Troubles.of(e));
        }
    }
}
