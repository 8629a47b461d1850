package dev.makegood.persistence.migration;

import dev.makegood.persistence.PoolSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was applied to the schema, on one connection of its owner: the table {@code schema_history}. */
record SchemaHistory(Connection connection) {

    private static final String TABLE = PoolSettings.SCHEMA + ".schema_history";

    private static final String CREATE = """
            create table %s (
                installed_rank integer not null constraint schema_history_pk primary key,
                version varchar(50),
                description varchar(200) not null,
                type varchar(20) not null,
                script varchar(1000) not null,
                checksum integer,
                installed_by varchar(100) not null,
                installed_on timestamp not null default now(),
                execution_time integer not null,
                success boolean not null
            )""".formatted(TABLE);

    private static final String ADD = """
            insert into %s (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success)
            select coalesce(max(installed_rank), 0) + 1, ?, ?, 'SQL', ?, ?, current_user, ?, true
            from %1$s""".formatted(TABLE);

    /** Of one script; databases of development versions have no checksum we could compare. */
    record AppliedScript(String name, @Nullable Integer checksum) {}

    boolean exists() throws SQLException {
        return first("select to_regclass('" + TABLE + "')::text").isPresent();
    }

    /** The script that the schema began with; empty if there is none yet. */
    Optional<String> firstScript() throws SQLException {
        return exists() ? first("select script from " + TABLE + " where version = '1'")
                : Optional.empty();
    }

    void createIfMissing() throws SQLException {
        if (exists()) {
            return;
        }
        if (first("select to_regnamespace('" + PoolSettings.SCHEMA + "')::text").isEmpty()) {
            OwnerConnection.execute(connection, "create schema " + PoolSettings.SCHEMA);
        }
        OwnerConnection.execute(connection, CREATE);
    }

    /** In their order; none if there is no history yet. */
    List<AppliedScript> applied() throws SQLException {
        var applied = new ArrayList<AppliedScript>();
        if (!exists()) {
            return applied;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select script, checksum from " + TABLE
                        + " where version is not null order by installed_rank")) {
            while (rows.next()) {
                applied.add(new AppliedScript(rows.getString(1),
                        rows.getObject(2, Integer.class)));
            }
        }
        return applied;
    }

    void add(MigrationScript script, int milliseconds) throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, Integer.toString(script.version()));
            insert.setString(2, script.description());
            insert.setString(3, script.name());
            insert.setInt(4, script.checksum());
            insert.setInt(5, milliseconds);
            var unused = insert.executeUpdate();
        }
    }

    private Optional<String> first(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
