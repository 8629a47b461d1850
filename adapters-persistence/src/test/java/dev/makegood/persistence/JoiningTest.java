package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host's own table and our hold, in one transaction of the host's. */
class JoiningTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();

    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final TransferId hold = samples.transfer();
    private final JooqStore own = JooqStore.on(DATABASE.asOwner());
    private Connection host;

    @BeforeAll
    static void the_host_has_a_table() {
        TestSql.execute(DATABASE.asOwner(), "create table public.booking (id uuid primary key)");
    }

    @BeforeEach
    void ada_has_ten_credits() throws SQLException {
        Makegood.on(own)
                .open()
                .ledger()
                .grant(samples.transfer(), ada,
                        Grant.of(GrantSource.PURCHASE, new Credits(10)));
        host = DATABASE.asOwner().getConnection();
        host.setAutoCommit(false);
    }

    @AfterEach
    void the_host_goes() throws SQLException {
        host.close();
    }

    @Test
    void the_hosts_row_and_our_hold_commit_together() throws SQLException {
        book();
        assertThat(hold(4)).isInstanceOf(Posting.Posted.class);
        assertThat(own.statements().transfer(hold)).isEmpty();

        host.commit();

        assertThat(bookings()).isEqualTo("1");
        assertThat(own.statements().transfer(hold)).isPresent();
        assertThat(own.statements().wallet(ada).balances().held()).isEqualTo(new Credits(4));
    }

    @Test
    void the_hosts_row_and_our_hold_are_rolled_back_together() throws SQLException {
        book();
        assertThat(hold(4)).isInstanceOf(Posting.Posted.class);

        host.rollback();

        assertThat(bookings()).isEqualTo("0");
        assertThat(own.statements().transfer(hold)).isEmpty();
        assertThat(own.statements().wallet(ada).balances().available()).isEqualTo(new Credits(10));
    }

    @Test
    void a_unit_that_throws_rolls_only_itself_back() throws SQLException {
        book();

        assertThatThrownBy(() -> joinedStore().change(ada, unit -> {
            unit.tasks().add(Task.of(ada, "x", hold.value(), samples.start()));
            throw new IllegalArgumentException("on purpose");
        })).hasMessage("on purpose");
        host.commit();

        assertThat(bookings()).isEqualTo("1");
        assertThat(own.taskQueue().find(ada, "x", hold.value())).isEmpty();
    }

    @Test
    void a_connection_that_breaks_does_not_hide_what_the_unit_threw() throws SQLException {
        var backend = backendOfHost();

        assertThatThrownBy(() -> joinedStore().change(ada, unit -> {
            TestSql.execute(DATABASE.asOwner(), "select pg_terminate_backend(" + backend + ")");
            throw new IllegalArgumentException("on purpose");
        })).hasMessage("on purpose")
                .satisfies(error -> assertThat(error.getSuppressed())
                        .hasAtLeastOneElementOfType(SQLException.class));
    }

    private int backendOfHost() throws SQLException {
        try (var statement = host.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @Test
    void a_no_leaves_the_hosts_transaction_as_it_was() throws SQLException {
        book();
        assertThat(hold(11)).isInstanceOf(Posting.Overdrawn.class);

        host.commit();

        assertThat(bookings()).isEqualTo("1");
    }

    @Test
    void a_new_customer_can_be_granted_credits_in_the_hosts_transaction() throws SQLException {
        var bob = samples.customer();
        Makegood.on(joinedStore())
                .open()
                .ledger()
                .grant(samples.transfer(), bob,
                        Grant.of(GrantSource.PURCHASE, new Credits(5)));
        host.commit();

        assertThat(own.statements().wallet(bob).balances().available()).isEqualTo(new Credits(5));
    }

    @Test
    void what_is_read_beside_units_is_what_the_host_sees() {
        assertThat(hold(4)).isInstanceOf(Posting.Posted.class);

        assertThat(joinedStore().statements().transfer(hold)).isPresent();
        long lines = joinedStore().archive().read(ada, records -> records.wallet().sequence());
        assertThat(lines).isEqualTo(2);
    }

    @Test
    void only_read_committed_is_joined() throws SQLException {
        host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

        assertThatThrownBy(() -> hold(1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read committed");
    }

    @Test
    void a_connection_without_a_transaction_is_not_joined() throws SQLException {
        host.setAutoCommit(true);

        assertThatThrownBy(() -> hold(1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("autocommit");
    }

    @Test
    void nothing_is_ever_retried() throws SQLException {
        var runs = new AtomicInteger();
        try (var other = DATABASE.asOwner().getConnection()) {
            other.setAutoCommit(false);
            JooqStore.joining(other).change(ada, unit -> unit.ledger().wallet());
            host.createStatement().execute("set local lock_timeout = '50ms'");

            assertThatThrownBy(() -> joinedStore().change(ada, unit -> runs.incrementAndGet()))
                    .isInstanceOf(StoreUnavailableException.class);
        }

        assertThat(runs).hasValue(0);
    }

    @Test
    void a_name_that_another_claims_meanwhile_is_seen_to_be_the_others() throws SQLException {
        var identity = samples.identity();
        var bob = samples.customer();
        var runs = new AtomicInteger();
        book();

        var claim = joinedStore().write(ada, unit -> {
            var answer = unit.customers().claim(new Customer(ada, identity, samples.start()));
            if (runs.incrementAndGet() == 1) {
                own.change(bob, other -> assertThat(other.customers()
                        .claim(new Customer(bob, identity, samples.start())))
                                .isEqualTo(new CustomerStore.Claimed()));
            }
            return answer;
        });
        host.commit();

        assertThat(claim).isEqualTo(new CustomerStore.ClaimedByOther(bob));
        assertThat(runs).hasValue(2);
        assertThat(bookings()).isEqualTo("1");
    }

    @Test
    void no_listener_is_accepted_for_a_commit_that_is_not_seen() {
        assertThatThrownBy(() -> joinedStore().withCommitListener(event -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    private JooqStore joinedStore() {
        return JooqStore.joining(host);
    }

    private Posting.OfHold hold(long credits) {
        return Makegood.on(joinedStore())
                .open()
                .ledger()
                .hold(hold, ada, new Credits(credits),
                        new Subject("booking", hold.value()));
    }

    private void book() throws SQLException {
        try (var insert = host.prepareStatement("insert into public.booking values (?)")) {
            insert.setObject(1, hold.value());
            insert.execute();
        }
    }

    private String bookings() {
        return TestSql.query(DATABASE.asOwner(),
                "select count(*) from public.booking where id = '" + hold + "'").getFirst();
    }
}
