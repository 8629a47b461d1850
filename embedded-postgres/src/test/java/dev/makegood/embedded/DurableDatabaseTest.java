package dev.makegood.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDatabaseTest {

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(
                directory().create(), TestPostgres.binaries(), Durability.DURABLE);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void what_is_committed_is_on_the_disk() throws SQLException {
        try (var connection = database().asApplication().getConnection()) {
            assertThat(PlainSql.query(connection, "show fsync")).isEqualTo("on");
            assertThat(PlainSql.query(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(PlainSql.query(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(PlainSql.query(connection, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void no_login_is_accepted_without_its_password() {
        var url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/makegood";
        for (var user : new String[] {"makegood_owner", "makegood_app", "postgres", "root"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void there_is_no_other_way_in_than_the_loopback_address() throws SQLException {
        try (var connection = database().asOwner().getConnection()) {
            assertThat(PlainSql.query(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PlainSql.query(connection, "show unix_socket_directories")).isEmpty();
            assertThat(PlainSql.query(connection, "select string_agg(distinct auth_method, ',')"
                    + " from pg_hba_file_rules")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void only_the_owner_reads_its_files() throws IOException {
        try (var files = Files.walk(directory().home())) {
            assertThat(permissions(directory().home())).isEqualTo("rwx------");
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            assertThat("" + postgres.owner() + postgres.application())
                    .doesNotContain(postgres.owner().password())
                    .doesNotContain(postgres.application().password());
        }
    }

    @Test
    void no_password_is_in_a_log() throws IOException {
        try (var logs = Files.list(directory().log())) {
            assertThat(logs).allSatisfy(log -> assertThat(Files.readString(log))
                    .doesNotContain(postgres.owner().password())
                    .doesNotContain(postgres.application().password()));
        }
    }

    @Test
    void the_application_defines_nothing() throws SQLException {
        try (var connection = database().asApplication().getConnection()) {
            for (var forbidden : new String[] {
                    "create table mine (id int)", "create temporary table mine (id int)",
                    "create schema mine", "create role mine", "create database mine"}) {
                assertThatThrownBy(() -> PlainSql.execute(connection, forbidden))
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    private static TestDatabase database() {
        return EmbeddedPostgresTest.database(postgres);
    }

    private static DataDirectory directory() {
        return DataDirectory.in(folder);
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException("no permissions of " + file, e);
        }
    }
}
