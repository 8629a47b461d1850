package dev.makegood.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Set<PosixFilePermission> READABLE_BY_ALL =
            PosixFilePermissions.fromString("rwxr-xr-x");

    @TempDir
    private Path folder;

    @Test
    void it_does_not_run_where_a_setting_makes_it_less_durable() throws IOException {
        start(Durability.DURABLE).close();
        Files.writeString(directory().cluster().resolve("postgresql.auto.conf"), "fsync = off\n");

        assertThatThrownBy(() -> start(Durability.DURABLE))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("fsync is off");
        assertThat(Postmaster.of(directory().cluster())).isEmpty();
    }

    @Test
    void it_does_not_run_where_the_application_would_not_wait_for_the_disk() throws SQLException {
        try (var postgres = start(Durability.DURABLE);
                var connection = database(postgres).asOwner().getConnection()) {
            PlainSql.execute(connection, "alter role makegood_app set synchronous_commit = off");
        }

        assertThatThrownBy(() -> start(Durability.DURABLE))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("synchronous_commit is off for makegood_app");
    }

    @Test
    void a_folder_of_somebody_else_is_left_as_it_is() throws IOException {
        var foreign = Files.createDirectories(folder.resolve("postgresql").resolve("15"));
        Files.setPosixFilePermissions(foreign.getParent(), READABLE_BY_ALL);

        assertThatThrownBy(this::start).isInstanceOf(NotADataDirectory.class)
                .hasMessageContaining(foreign.getParent().toString())
                .hasMessageContaining("choose another");
        assertThatThrownBy(() -> EmbeddedPostgres.existsIn(folder))
                .isInstanceOf(NotADataDirectory.class);
        assertThatThrownBy(() -> EmbeddedPostgres.attach(folder))
                .isInstanceOf(NotADataDirectory.class);

        assertThat(foreign.getParent()).isDirectoryNotContaining("glob:**{log,lock,binaries}");
        assertThat(Files.getPosixFilePermissions(foreign.getParent())).isEqualTo(READABLE_BY_ALL);
    }

    @Test
    void an_empty_folder_holds_no_database_yet_and_may_be_used() throws IOException {
        Files.createDirectories(folder.resolve("postgresql"));

        assertThat(EmbeddedPostgres.existsIn(folder)).isFalse();

        start().close();
        assertThat(EmbeddedPostgres.existsIn(folder)).isTrue();
    }

    @Test
    void a_start_that_was_killed_at_once_can_be_repeated() {
        var unused = DataDirectory.in(folder).create();
        assertThat(EmbeddedPostgres.existsIn(folder)).isFalse();

        start().close();
        assertThat(EmbeddedPostgres.existsIn(folder)).isTrue();
    }

    @Test
    void a_folder_from_before_there_were_marks_is_known_by_its_password() throws IOException {
        start().close();
        Files.delete(directory().mark().path());

        assertThat(EmbeddedPostgres.existsIn(folder)).isTrue();
        start().close();
        assertThat(directory().mark().path()).exists();
    }

    @Test
    void a_second_server_is_refused() {
        try (var first = start()) {
            assertThatThrownBy(this::start).isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining(folder.toString());
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void a_command_attaches_and_leaves_without_stopping_it() throws SQLException {
        try (var postgres = start()) {
            try (var attached = EmbeddedPostgres.attach(folder).orElseThrow();
                    var connection = database(attached).asApplication().getConnection()) {
                assertThat(PlainSql.query(connection, "select 1")).isEqualTo("1");
            }

            try (var connection = database(postgres).asOwner().getConnection()) {
                assertThat(PlainSql.query(connection, "select 1")).isEqualTo("1");
            }
            assertThatThrownBy(this::start).isInstanceOf(DataDirectoryInUse.class);
        }
    }

    @Test
    void there_is_nothing_to_attach_to_when_no_server_runs() {
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();

        start().close();

        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
    }

    @Test
    void the_address_stays_the_same_over_a_restart() {
        var first = start();
        var url = first.jdbcUrl();
        first.close();
        first.close();

        try (var second = start()) {
            assertThat(second.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void a_taken_port_is_given_up_for_another() throws IOException {
        var first = start();
        first.close();

        try (var otherProgram = new ServerSocket(
                first.port(), 1, InetAddress.getLoopbackAddress());
                var second = start()) {
            assertThat(second.port()).isNotEqualTo(otherProgram.getLocalPort());
        }
    }

    @Test
    void a_missing_password_file_is_named() {
        start().close();
        directory().ownerPassword().delete();

        assertThatThrownBy(this::start).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("owner.password");
    }

    @Test
    void a_path_that_a_shell_would_read_is_refused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("$(reboot)")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("$(reboot)");
    }

    @Test
    void half_a_first_start_is_begun_again() throws IOException {
        Files.createDirectories(directory().create().home().resolve("cluster.new/base"));

        try (var postgres = start()) {
            assertThat(postgres.port()).isPositive();
        }
    }

    private EmbeddedPostgres start() {
        return start(Durability.EPHEMERAL);
    }

    private EmbeddedPostgres start(Durability durability) {
        return EmbeddedPostgres.start(directory().create(), TestPostgres.binaries(), durability);
    }

    private DataDirectory directory() {
        return DataDirectory.in(folder);
    }

    static TestDatabase database(EmbeddedPostgres postgres) {
        return new TestDatabase(postgres.jdbcUrl(), postgres.owner(), postgres.application());
    }
}
