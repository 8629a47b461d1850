package dev.makegood.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_server_committed_is_there_after_the_next_start() throws Exception {
        try (var killed = AnotherServer.on(folder)) {
            killed.killHard();
        }
        var leftOver = Postmaster.of(cluster()).orElseThrow().process();
        assertThat(leftOver.isAlive()).isTrue();
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();

        try (var postgres = started()) {
            assertThat(leftOver.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(kept(postgres)).isEqualTo("a hundred credits");
        }
    }

    @Test
    void a_server_in_another_process_is_respected() throws Exception {
        try (var other = AnotherServer.on(folder)) {
            assertThatThrownBy(this::started).isInstanceOf(DataDirectoryInUse.class);
            try (var attached = EmbeddedPostgres.attach(folder).orElseThrow()) {
                assertThat(kept(attached)).isEqualTo("a hundred credits");
            }
            other.killHard();
        }
        started().close();
    }

    @Test
    void somebody_who_got_the_number_of_a_dead_server_is_left_alone() throws IOException {
        started().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(cluster().resolve("postmaster.pid"),
                stranger.pid() + "\n" + cluster() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

        started().close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void a_database_killed_in_the_middle_comes_back_where_it_was() throws SQLException {
        try (var postgres = TestPostgres.durable()) {
            var database = postgres.freshDatabase();
            try (var connection = database.asOwner().getConnection()) {
                Sql.run(connection, "create table kept (what text)");
                Sql.run(connection, "insert into kept values ('committed')");
                connection.setAutoCommit(false);
                Sql.run(connection, "insert into kept values ('not yet')");
                postgres.killHard();
            } catch (SQLException lost) {
                assertThat(lost.getSQLState()).startsWith("08");
            }

            postgres.restart();

            try (var connection = database.asOwner().getConnection()) {
                assertThat(Sql.ask(connection, "select string_agg(what, ',') from kept"))
                        .isEqualTo("committed");
            }
        }
    }

    private EmbeddedPostgres started() {
        return EmbeddedPostgres.start(DataDirectory.in(folder).created(),
                TestPostgres.binaries(), Durability.DURABLE);
    }

    private Path cluster() {
        return DataDirectory.in(folder).cluster();
    }

    private static String kept(EmbeddedPostgres postgres) throws SQLException {
        try (var connection =
                EmbeddedPostgresTest.database(postgres).asOwner().getConnection()) {
            return Sql.ask(connection, "select what from kept");
        }
    }
}
