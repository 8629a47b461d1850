package dev.makegood.persistence.migration;

import static dev.makegood.persistence.PoolSettings.APPLICATION_ROLE;
import static dev.makegood.persistence.PoolSettings.SCHEMA;

import dev.makegood.persistence.DatabaseFault;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Whether the role the application works as is there, and only that. */
record ApplicationRole(DataSource owner) {

    private static final String EXISTS =
            "select exists (select from pg_roles where rolname = '" + APPLICATION_ROLE + "')";

    /** PostgreSQL 16 tells apart who is a member and who may become one. */
    private static final String CAN_BE_ASSUMED =
            "select current_user = '" + APPLICATION_ROLE + "' or pg_has_role('"
                    + APPLICATION_ROLE
                    + "', case when current_setting('server_version_num')::int >= 160000"
                    + " then 'set' else 'member' end)";

    private static final String OWNS_TABLES = "select pg_has_role('" + APPLICATION_ROLE
            + "', (select tableowner from pg_tables where schemaname = '" + SCHEMA
            + "' and tablename = 'transfer'), 'usage')";

    boolean exists() {
        return isTrue(EXISTS);
    }

    boolean canBeAssumed() {
        return isTrue(CAN_BE_ASSUMED);
    }

    List<String> warnings() {
        if (!exists()) {
            return List.of("the role " + APPLICATION_ROLE
                    + " does not exist and this login may not create"
                    + " it, so only the application itself keeps transfers and events append-only;"
                    + " let an administrator run: create role " + APPLICATION_ROLE + " nologin");
        }
        if (!canBeAssumed()) {
            return List.of("the login that migrates may not become " + APPLICATION_ROLE + "; let an"
                    + " administrator grant it, or let the application log in as it");
        }
        return isTrue(OWNS_TABLES)
                ? List.of("the role " + APPLICATION_ROLE
                        + " owns the tables, so it may change the ledger;"
                        + " migrate with another role")
                : List.of();
    }

    private boolean isTrue(String query) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw DatabaseFault.exceptionOf(e);
        }
    }
}
