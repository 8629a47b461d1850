package dev.makegood.embedded;

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
        try (var killed = ServerProcess.startOn(folder)) {
            killed.kill();
        }
        var leftOver = Postmaster.of(cluster()).orElseThrow().process();
        assertThat(leftOver.isAlive()).isTrue();
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();

        try (var postgres = start()) {
            assertThat(leftOver.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(readCommittedRow(postgres)).isEqualTo("a hundred credits");
        }
    }

    @Test
    void a_server_in_another_process_is_respected() throws Exception {
        try (var other = ServerProcess.startOn(folder)) {
            assertThatThrownBy(this::start).isInstanceOf(DataDirectoryInUse.class);
            try (var attached = EmbeddedPostgres.attach(folder).orElseThrow()) {
                assertThat(readCommittedRow(attached)).isEqualTo("a hundred credits");
            }
            other.kill();
        }
        start().close();
    }

    @Test
    void a_program_that_got_the_process_id_of_a_dead_server_is_left_alone() throws IOException {
        start().close();
        var otherProgram = new ProcessBuilder("sleep", "60").start();
        Files.writeString(cluster().resolve("postmaster.pid"),
                otherProgram.pid() + "\n" + cluster() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

        start().close();

        assertThat(otherProgram.isAlive()).isTrue();
        otherProgram.destroyForcibly();
    }

    @Test
    void a_database_killed_in_the_middle_comes_back_where_it_was() throws SQLException {
        try (var postgres = TestPostgres.durable()) {
            var database = postgres.freshDatabase();
            try (var connection = database.asOwner().getConnection()) {
                PlainSql.execute(connection, "create table kept (what text)");
                PlainSql.execute(connection, "insert into kept values ('committed')");
                connection.setAutoCommit(false);
                PlainSql.execute(connection, "insert into kept values ('not yet')");
                postgres.kill();
            } catch (SQLException lost) {
                assertThat(lost.getSQLState()).startsWith("08");
            }

            postgres.restart();

            try (var connection = database.asOwner().getConnection()) {
                assertThat(PlainSql.query(connection, "select string_agg(what, ',') from kept"))
                        .isEqualTo("committed");
            }
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(DataDirectory.in(folder).create(),
                TestPostgres.binaries(), Durability.DURABLE);
    }

    private Path cluster() {
        return DataDirectory.in(folder).cluster();
    }

    private static String readCommittedRow(EmbeddedPostgres postgres) throws SQLException {
        try (var connection =
                EmbeddedPostgresTest.database(postgres).asOwner().getConnection()) {
            return PlainSql.query(connection, "select what from kept");
        }
    }
}
