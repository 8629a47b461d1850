package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The role the application works as: it may add transfers and events, never change them. */
record ApplicationRole(DataSource owner) {

    static final String NAME = "makegood_app";

    private static final String EXISTS =
            "select exists (select from pg_roles where rolname = '" + NAME + "')";

    /** PostgreSQL 16 tells apart who is a member and who may become one. */
    private static final String CAN_BE_ASSUMED =
            "select current_user = '" + NAME + "' or pg_has_role('"
                    + NAME + "', case when current_setting('server_version_num')::int >= 160000"
                    + " then 'set' else 'member' end)";

    private static final String OWNS_TABLES = "select pg_has_role('" + NAME
            + "', (select tableowner from pg_tables where schemaname = '" + JooqConfiguration.SCHEMA
            + "' and tablename = 'transfer'), 'usage')";

    boolean exists() {
        return isTrue(EXISTS);
    }

    boolean canBeAssumed() {
        return isTrue(CAN_BE_ASSUMED);
    }

    List<String> warnings() {
        if (!exists()) {
            return List.of("the role " + NAME + " does not exist and this login may not create"
                    + " it, so only the application itself keeps transfers and events append-only;"
                    + " let an administrator run: create role " + NAME + " nologin");
        }
        if (!canBeAssumed()) {
            return List.of("the login that migrates may not become " + NAME + "; let an"
                    + " administrator grant it, or let the application log in as it");
        }
        return isTrue(OWNS_TABLES)
                ? List.of("the role " + NAME + " owns the tables, so it may change the ledger;"
                        + " migrate with another role")
                : List.of();
    }

    private boolean isTrue(String query) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw DatabaseErrors.translate(DatabaseErrors.of(e));
        }
    }
}
