package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.store.StoreUnavailable;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {

    private static final TestDatabase DATABASE = Databases.migrated();

    private final Samples samples = Samples.fresh();

    @ParameterizedTest
    @CsvSource({
            "lock_timeout, 5s",
            "statement_timeout, 15s",
            "idle_in_transaction_session_timeout, 30s",
            "default_transaction_isolation, read committed",
            "search_path, makegood"})
    void every_connection_begins_with_its_limits(String setting, String value) {
        try (var pool = Databases.pool(DATABASE)) {
            assertThat(Plain.ask(pool, "show " + setting)).containsExactly(value);
        }
    }

    @Test
    void a_migration_may_take_longer_than_a_request() {
        try (var pool = Pool.to(DATABASE.jdbcUrl(), DATABASE.owner()).forMigrations().open()) {
            assertThat(Plain.ask(pool, "show statement_timeout")).containsExactly("1h");
            assertThat(Plain.ask(pool, "show idle_in_transaction_session_timeout"))
                    .containsExactly("2h");
            assertThat(Plain.ask(pool, "show lock_timeout")).containsExactly("5s");
            assertThat(Plain.ask(pool, "select current_user"))
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
        Plain.run(DATABASE.asOwner(), "alter database " + Databases.name(DATABASE)
                + " set default_transaction_isolation = 'serializable'");
        var store = JooqStore.on(DATABASE.asApplication());

        for (int unit = 0; unit < 2; unit++) {
            String said = store.within(samples.customer(),
                    inside -> inside.dsl().fetchOne("show " + setting).get(0, String.class));
            assertThat(said).isEqualTo(value);
            String beside = store.transactions()
                    .single(dsl -> dsl.fetchOne("show " + setting).get(0, String.class));
            assertThat(beside).isEqualTo(value);
        }
        assertThat(store.archive().<String>read(samples.customer(), records -> "read"))
                .isEqualTo("read");
    }

    @Test
    void who_is_in_the_way_too_long_is_waited_for_a_few_times_and_then_said_to_be() {
        var ada = samples.customer();
        var runs = new AtomicInteger();
        Databases.store(DATABASE)
                .change(ada, unit -> unit.tasks()
                        .add(Task.of(ada, "x", ada.value(), samples.start())));
        var impatient = JooqStore.on(Databases.waiting(DATABASE, "50ms"), Dialect.usual(),
                new Repeating(3, Duration.ofSeconds(9), () -> 1));

        Databases.store(DATABASE)
                .change(ada, unit -> assertThatThrownBy(
                        () -> impatient.change(ada, inner -> runs.incrementAndGet()))
                                .isInstanceOf(StoreUnavailable.class)
                                .hasMessageContaining("55P03"));

        assertThat(runs).hasValue(0);
    }

    @Test
    void a_database_that_is_away_is_said_to_be_quickly() {
        var away = Pool.to("jdbc:postgresql://127.0.0.1:1/makegood", DATABASE.application())
                .waitingAtMost(Duration.ofSeconds(1));

        assertThatThrownBy(away::open).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_database_that_goes_away_is_a_storage_that_is_unavailable() {
        var pool = Databases.pool(DATABASE);
        var store = JooqStore.on(pool);
        pool.close();

        assertThatThrownBy(() -> store.histories().statistics(samples.customer()))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void nobody_sees_a_password() throws SQLException {
        var pool = Pool.to(DATABASE.jdbcUrl(), DATABASE.owner());

        try (var open = pool.open(); var connection = open.getConnection()) {
            assertThat(List.of(pool.toString(), open.toString(), connection.toString(),
                    connection.getMetaData().getURL()))
                            .noneMatch(text -> text.contains(DATABASE.owner().password()));
        }
    }
}
