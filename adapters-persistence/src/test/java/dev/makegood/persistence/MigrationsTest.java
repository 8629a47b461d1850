package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.Crowd;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void servers_that_start_at_once_migrate_once() {
        var database = Databases.fresh();
        assertThat(Migrations.on(database.asOwner()).pending()).isNotEmpty();

        var reports = Crowd.of(3, who -> Migrations.on(database.asOwner()).run());

        assertThat(reports.stream().filter(report -> !report.applied().isEmpty())).hasSize(1);
        assertThat(Migrations.on(database.asOwner()).pending()).isEmpty();
    }

    @Test
    void in_a_hosts_database_nothing_else_is_touched() {
        var database = Databases.fresh();
        Plain.run(database.asOwner(), "create table public.schema_history (id int)",
                "create table public.flyway_schema_history (id int)");

        Databases.migrate(database);

        assertThat(Plain.ask(database.asOwner(), """
                select schemaname || '.' || tablename from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'makegood')"""))
                .containsExactlyInAnyOrder("public.schema_history",
                        "public.flyway_schema_history");
    }
}
