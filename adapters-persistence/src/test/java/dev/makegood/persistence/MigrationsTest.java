package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.testing.ConcurrentCalls;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void servers_that_start_at_once_migrate_once() {
        var database = TestDatabases.empty();
        assertThat(Migrations.on(database.asOwner()).pending()).isNotEmpty();

        var reports = ConcurrentCalls.run(3, who -> Migrations.on(database.asOwner()).run());

        assertThat(reports.stream().filter(migrationResult -> !migrationResult.applied().isEmpty()))
                .hasSize(1);
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
}
