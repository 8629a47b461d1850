package dev.makegood.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.persistence.TestDatabases;
import dev.makegood.persistence.TestSql;
import dev.makegood.testing.ConcurrentCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void servers_that_start_at_once_migrate_once() {
        var database = TestDatabases.empty();
        assertThat(Migrations.on(database.asOwner()).pending()).isNotEmpty();

        var reports = ConcurrentCalls.run(3, who -> Migrations.on(database.asOwner()).run());

        assertThat(reports.stream().flatMap(migrationResult -> migrationResult.applied().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Migrations.on(database.asOwner()).applied());
        assertThat(Migrations.on(database.asOwner()).pending()).isEmpty();
    }

    @Test
    void a_database_of_before_the_baseline_is_refused_and_left_as_it_is() {
        var database = TestDatabases.empty();
        TestSql.execute(database.asOwner(), "create schema makegood",
                "create table makegood.schema_history (version text, script text)",
                "insert into makegood.schema_history values ('1', 'V1__tables.sql')");

        assertThatThrownBy(() -> Migrations.on(database.asOwner()).run())
                .isInstanceOf(UnsupportedSchemaException.class)
                .hasMessageContaining("development version")
                .hasMessageContaining("empty folder for --data");
        assertThatThrownBy(() -> Migrations.on(database.asOwner()).pending())
                .isInstanceOf(UnsupportedSchemaException.class);
        assertThat(TestSql.query(database.asOwner(), """
                select tablename from pg_tables where schemaname = 'makegood'"""))
                .containsExactly("schema_history");
    }

    @Test
    void in_a_hosts_database_nothing_else_is_touched() {
        var database = TestDatabases.empty();
        TestSql.execute(database.asOwner(), "create table public.schema_history (id int)",
                "create table public.flyway_schema_history (id int)");

        TestDatabases.migrate(database);

        assertThat(TestSql.query(database.asOwner(), """
                select schemaname || '.' || tablename from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'makegood')"""))
                .containsExactlyInAnyOrder("public.schema_history",
                        "public.flyway_schema_history");
    }

    @Test
    void a_schema_newer_than_the_program_is_used_and_said() {
        var database = TestDatabases.migrated();
        TestSql.execute(database.asOwner(), historyRow("V999__something_new.sql"));

        var again = Migrations.on(database.asOwner()).run();

        assertThat(again.applied()).isEmpty();
        assertThat(again.warnings()).singleElement()
                .asString()
                .contains("newer than this program", "V999__something_new.sql");
    }

    @Test
    void a_schema_that_shuts_out_older_programs_is_refused_and_left_as_it_is() {
        var database = TestDatabases.migrated();
        TestSql.execute(database.asOwner(), historyRow("V999__breaking_new_hashes.sql"));
        var program = Migrations.on(database.asOwner());

        assertThatThrownBy(program::run)
                .isInstanceOf(UnsupportedSchemaException.class)
                .hasMessageContaining("newer version of Makegood (V999__breaking_new_hashes.sql)");
        assertThatThrownBy(program::checkSupported).isInstanceOf(UnsupportedSchemaException.class);
    }

    @Test
    void a_migration_that_was_applied_with_other_contents_is_refused() {
        var database = TestDatabases.migrated();
        TestSql.execute(database.asOwner(),
                "update makegood.schema_history set checksum = 1 where version = '1'");

        assertThatThrownBy(() -> Migrations.on(database.asOwner()).run())
                .hasMessageContaining("V1__baseline.sql");
    }

    @Test
    void a_migration_is_applied_entirely_or_not_at_all() {
        var database = TestDatabases.migrated();
        var halfWrong = new MigrationScript(998, "V998__half_wrong.sql",
                "create table right_half (id int);\nselect wrong half");

        assertThatThrownBy(() -> Migrations.on(database.asOwner(), List.of(halfWrong)).run())
                .hasMessage("the database failed with SQLSTATE 42703");

        assertThat(TestSql.query(database.asOwner(),
                "select to_regclass('makegood.right_half')::text")).containsOnlyNulls();
        assertThat(Migrations.on(database.asOwner()).newer()).isEmpty();
    }

    /** Databases that Flyway migrated have its checksums in the history. */
    @Test
    void the_checksum_is_the_one_that_the_history_always_had() {
        assertThat(MigrationScript.all().getFirst().checksum()).isEqualTo(-1_933_510_330);
    }

    private static String historyRow(String script) {
        return """
                insert into makegood.schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, execution_time, success)
                values (999, '999', 'new', 'SQL', '%s', 1, 'tomorrow', 1, true)"""
                .formatted(script);
    }
}
