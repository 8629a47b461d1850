package dev.makegood.docs;

import static dev.makegood.docs.HostsTable.insertOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.persistence.Databases;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.Migrations;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission.Queued;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Runs what the page about embedding shows, on a real PostgreSQL. */
class EmbeddingTest {

    private static final DataSource DATABASE = Databases.migrated().asOwner();

    private final DataSource dataSource = DATABASE;
    private final HostsTable host = new HostsTable(DATABASE);
    private final Shop shop = new Shop();

    @Test
    void a_host_makes_the_tables_and_opens_makegood() {
        // snippet: open
        Migrations.on(dataSource).run(); // at every start; again and again changes nothing
        var makegood = opened(JooqStore.on(dataSource));
        // end

        assertThat(makegood.ledger().available(Shop.ada(makegood))).isEqualTo(new Credits(60));
    }

    @Test
    void the_hosts_order_and_our_hold_commit_together() throws SQLException {
        var ada = Shop.ada(opened(JooqStore.on(dataSource)));
        var id = Shop.newId();

        assertThat(order(id, ada)).isTrue();

        assertThat(host.orders(id)).isEqualTo(1);
        assertThat(Shop.found(opened(JooqStore.on(dataSource)), id))
                .isInstanceOf(Project.Pending.class);
    }

    @Test
    void the_hosts_order_and_our_hold_roll_back_together() throws SQLException {
        var makegood = opened(JooqStore.on(dataSource));
        var ada = Shop.ada(makegood);
        var spent = Shop.newId();
        var id = Shop.newId();

        assertThat(order(spent, ada)).isTrue();
        assertThat(order(id, ada)).isFalse();

        assertThat(host.orders(id)).isZero();
        assertThat(makegood.projects().find(id)).isEmpty();
    }

    // snippet: jdbc
    boolean order(ProjectId id, CustomerId customer) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insertOrder(connection, id); // the host's own table
            var makegood = opened(JooqStore.joining(connection));
            if (makegood.projects().submit(id, customer, Shop.VIDEO) instanceof Queued) {
                connection.commit(); // both, or neither
                return true;
            }
            connection.rollback();
            return false;
        }
    }
    // end

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // what it would say is said by guarded
    void a_host_runs_tasks_and_relay_itself() throws InterruptedException {
        var makegood = opened(JooqStore.on(dataSource));
        var id = Shop.newId();
        assertThat(makegood.projects().submit(id, Shop.ada(makegood), Shop.VIDEO))
                .isInstanceOf(Queued.class);

        // snippet: background
        var background = Executors.newScheduledThreadPool(2);
        background.scheduleWithFixedDelay(
                guarded(() -> makegood.tasks().runDue(50)), 0, 200, TimeUnit.MILLISECONDS);
        background.scheduleWithFixedDelay(
                guarded(() -> makegood.relay().deliver("host-1", 200)), 0, 200,
                TimeUnit.MILLISECONDS);
        // end

        var patience = Instant.now().plusSeconds(20);
        while (!(Shop.found(makegood, id) instanceof Project.Processing)) {
            assertThat(Instant.now()).isBefore(patience);
            TimeUnit.MILLISECONDS.sleep(20);
        }

        // snippet: background-end
        background.shutdown();
        var ended = background.awaitTermination(30, TimeUnit.SECONDS);
        // end
        assertThat(ended).isTrue();
    }

    // snippet: guarded
    /** A scheduler ends a task that throws; ours is to come again. */
    static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                System.err.println("is tried again: " + e);
            }
        };
    }
    // end

    @Test
    void a_host_holds_credits_for_something_of_its_own() {
        var makegood = opened(JooqStore.on(dataSource));
        var ada = Shop.ada(makegood);
        var print = UUID.randomUUID();

        // snippet: own-hold
        var hold = TransferId.of("hold", print);
        var answer = makegood.ledger()
                .hold(hold, ada, new Credits(25), new About("print", print));
        if (answer instanceof Overdrawn o) {
            throw new IllegalStateException("short by " + o.shortfall());
        }
        var settled = makegood.ledger() // it needed 10: the other 15 go back at once
                .capture(TransferId.of("capture", print), ada, hold, new Credits(10));
        // end

        assertThat(settled).isNotNull();
        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(50));
    }

    @Test
    void a_host_tests_without_a_database_and_moves_the_clock() {
        // snippet: testing
        var clock = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
        var makegood = Makegood.on(new InMemoryStore())
                .workedBy(new Shop.StudioPipeline(shop.studio))
                .at(clock::get)
                .open();

        var id = Shop.newId();
        var queued = makegood.projects().submit(id, Shop.ada(makegood), Shop.VIDEO);
        makegood.tasks().runDue(10); // starts it
        shop.studio.finishAll(); // and nobody reports
        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        makegood.tasks().runDue(10); // the watchdog asks

        assertThat(Shop.found(makegood, id)).isInstanceOf(Project.Completed.class);
        // end
        assertThat(queued).isInstanceOf(Queued.class);
    }

    private Makegood opened(Storage storage) {
        return shop.opened(storage);
    }
}
