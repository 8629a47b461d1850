package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.persistence.migration.Migrations;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSettingsTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();

    private final Samples samples = Samples.fresh();

    @ParameterizedTest
    @CsvSource({
            "lock_timeout, 5s",
            "statement_timeout, 15s",
            "idle_in_transaction_session_timeout, 30s",
            "default_transaction_isolation, read committed",
            "search_path, makegood"})
    void every_connection_begins_with_its_limits(String setting, String value) {
        try (var pool = TestDatabases.pool(DATABASE)) {
            assertThat(TestSql.query(pool, "show " + setting)).containsExactly(value);
        }
    }

    @Test
    void no_connection_waits_without_end_for_a_silent_database() throws SQLException {
        try (var pool = TestDatabases.pool(DATABASE); var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .isEqualTo((int) Duration.ofSeconds(20).toMillis());
            assertThat(driverProperties(pool)).containsEntry("connectTimeout", "4")
                    .containsEntry("socketTimeout", "20")
                    .containsEntry("tcpKeepAlive", "true");
        }
    }

    /** As the driver reads them: what is no text is lost on its way. */
    private static Map<String, String> driverProperties(HikariDataSource pool) {
        var properties = pool.getDataSourceProperties();
        return properties.stringPropertyNames()
                .stream()
                .collect(toMap(name -> name, properties::getProperty));
    }

    @Test
    void the_connections_for_migrations_are_enough_for_one() {
        var empty = TestDatabases.empty();

        try (var pool = TestDatabases.settings(empty, empty.owner()).forMigrations().open()) {
            assertThat(Migrations.on(pool).run().applied()).isNotEmpty();
        }
    }

    @Test
    void a_migration_may_take_longer_than_a_request() {
        try (var pool =
                TestDatabases.settings(DATABASE, DATABASE.owner()).forMigrations().open()) {
            assertThat(TestSql.query(pool, "show statement_timeout")).containsExactly("1h");
            assertThat(TestSql.query(pool, "show idle_in_transaction_session_timeout"))
                    .containsExactly("2h");
            assertThat(TestSql.query(pool, "show lock_timeout")).containsExactly("5s");
            assertThat(TestSql.query(pool, "select current_user"))
                    .containsExactly(DATABASE.owner().user());
        }
    }

    @ParameterizedTest
    @CsvSource({
            "lock_timeout, 5s",
            "statement_timeout, 15s",
            "idle_in_transaction_session_timeout, 30s",
            "transaction_isolation, read committed"})
    void a_hosts_own_data_source_gets_the_same_limits_in_our_units(String setting, String value) {
        TestSql.execute(DATABASE.asOwner(), "alter database " + TestDatabases.name(DATABASE)
                + " set default_transaction_isolation = 'serializable'");
        var store = JooqStore.on(DATABASE.asApplication());

        for (int unit = 0; unit < 2; unit++) {
            String inUnit = store.writeUnit(samples.customer(),
                    inside -> inside.dsl().fetchOne("show " + setting).get(0, String.class));
            assertThat(inUnit).isEqualTo(value);
            String beside = store.transactions()
                    .execute(dsl -> dsl.fetchOne("show " + setting).get(0, String.class));
            assertThat(beside).isEqualTo(value);
        }
        assertThat(store.archive().<String>read(samples.customer(), records -> "read"))
                .isEqualTo("read");
    }

    @Test
    void a_lock_that_is_held_too_long_is_retried_a_few_times_and_then_reported() {
        var ada = samples.customer();
        var runs = new AtomicInteger();
        TestDatabases.store(DATABASE)
                .change(ada, unit -> unit.tasks()
                        .add(Task.of(ada, "x", ada.value(), samples.start())));
        var store = JooqStore.on(TestDatabases.withLockTimeout(DATABASE, "50ms"),
                JooqConfiguration.standard(),
                new RetryPolicy(3, Duration.ofSeconds(9), () -> 1));

        TestDatabases.store(DATABASE)
                .change(ada, unit -> assertThatThrownBy(
                        () -> store.change(ada, inner -> runs.incrementAndGet()))
                                .isInstanceOf(StoreUnavailableException.class)
                                .hasMessageContaining("55P03"));

        assertThat(runs).hasValue(0);
    }

    @Test
    void an_unreachable_database_is_reported_quickly() {
        var unreachable =
                PoolSettings.to("jdbc:postgresql://127.0.0.1:1/makegood", "ada", "password")
                        .withConnectionTimeout(Duration.ofSeconds(1));

        assertThatThrownBy(unreachable::open).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_database_that_goes_away_is_a_storage_that_is_unavailable() {
        var pool = TestDatabases.pool(DATABASE);
        var store = JooqStore.on(pool);
        pool.close();

        assertThatThrownBy(() -> store.projectHistory().statistics(samples.customer()))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_database_that_only_reads_is_a_storage_that_is_unavailable() {
        var readOnly = TestDatabases.migrated();
        TestSql.execute(readOnly.asOwner(), "alter database " + TestDatabases.name(readOnly)
                + " set default_transaction_read_only = on");
        try (var pool = TestDatabases.pool(readOnly)) {
            assertThatThrownBy(() -> JooqStore.on(pool).change(samples.customer(), unit -> {}))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("only reads")
                    .hasMessageContaining("25006");
        }
    }

    @Test
    void a_unit_that_sleeps_in_its_transaction_is_run_again() {
        var runs = new AtomicInteger();
        try (var pool = TestDatabases.pool(DATABASE)) {
            JooqStore.on(pool).writeUnit(samples.customer(), unit -> {
                if (runs.incrementAndGet() == 1) {
                    unit.dsl().execute("set idle_in_transaction_session_timeout = '20ms'");
                    sleep(Duration.ofMillis(300));
                }
                return unit.unit().ledger().wallet();
            });
        }
        assertThat(runs).hasValue(2);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void no_text_shows_a_password() throws SQLException {
        var poolSettings = TestDatabases.settings(DATABASE, DATABASE.owner());

        try (var open = poolSettings.open(); var connection = open.getConnection()) {
            assertThat(List.of(poolSettings.toString(), open.toString(), connection.toString(),
                    connection.getMetaData().getURL()))
                            .noneMatch(text -> text.contains(DATABASE.owner().password()));
        }
    }
}
