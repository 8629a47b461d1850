package dev.makegood.docs;

import static dev.makegood.docs.HostTable.insertOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.TestDatabases;
import dev.makegood.persistence.migration.Migrations;
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

    private static final DataSource DATABASE = TestDatabases.migrated().asOwner();

    private final DataSource dataSource = DATABASE;
    private final HostTable host = new HostTable(DATABASE);
    private final VideoShop videoShop = new VideoShop();

    @Test
    void a_host_makes_the_tables_and_opens_makegood() {
        // snippet: open
        Migrations.on(dataSource).run(); // at every start; does nothing when all are applied
        var makegood = open(JooqStore.on(dataSource));
        // end

        assertThat(makegood.ledger().available(VideoShop.newCustomer(makegood)))
                .isEqualTo(new Credits(60));
    }

    @Test
    void the_hosts_order_and_our_hold_commit_together() throws SQLException {
        var ada = VideoShop.newCustomer(open(JooqStore.on(dataSource)));
        var id = VideoShop.newId();

        assertThat(order(id, ada)).isTrue();

        assertThat(host.orders(id)).isEqualTo(1);
        assertThat(VideoShop.find(open(JooqStore.on(dataSource)), id))
                .isInstanceOf(Project.Pending.class);
    }

    @Test
    void the_hosts_order_and_our_hold_roll_back_together() throws SQLException {
        var makegood = open(JooqStore.on(dataSource));
        var ada = VideoShop.newCustomer(makegood);
        var spent = VideoShop.newId();
        var id = VideoShop.newId();

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
            var makegood = open(JooqStore.joining(connection));
            if (makegood.projects().submit(id, customer, VideoShop.VIDEO) instanceof Queued) {
                connection.commit(); // both, or neither
                return true;
            }
            connection.rollback();
            return false;
        }
    }
    // end

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // guarded reports what it would throw
    void a_host_runs_tasks_and_relay_itself() throws InterruptedException {
        var makegood = open(JooqStore.on(dataSource));
        var id = VideoShop.newId();
        assertThat(makegood.projects().submit(id, VideoShop.newCustomer(makegood), VideoShop.VIDEO))
                .isInstanceOf(Queued.class);

        // snippet: background
        var background = Executors.newScheduledThreadPool(2);
        background.scheduleWithFixedDelay(
                guarded(() -> makegood.taskRunner().runDue(50)), 0, 200, TimeUnit.MILLISECONDS);
        background.scheduleWithFixedDelay(
                guarded(() -> makegood.eventRelay().deliver("host-1", 200)), 0, 200,
                TimeUnit.MILLISECONDS);
        // end

        var giveUpAt = Instant.now().plusSeconds(20);
        while (!(VideoShop.find(makegood, id) instanceof Project.Processing)) {
            assertThat(Instant.now()).isBefore(giveUpAt);
            TimeUnit.MILLISECONDS.sleep(20);
        }

        // snippet: background-end
        background.shutdown();
        var ended = background.awaitTermination(30, TimeUnit.SECONDS);
        // end
        assertThat(ended).isTrue();
    }

    // snippet: guarded
    /** A scheduler drops a task that throws; these must run again. */
    static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                System.err.println("failed, will be repeated: " + e);
            }
        };
    }
    // end

    @Test
    void a_host_holds_credits_for_something_of_its_own() {
        var makegood = open(JooqStore.on(dataSource));
        var ada = VideoShop.newCustomer(makegood);
        var print = UUID.randomUUID();

        // snippet: own-hold
        var hold = TransferId.of("hold", print);
        var answer = makegood.ledger()
                .hold(hold, ada, new Credits(25), new Subject("print", print));
        if (answer instanceof Overdrawn o) {
            throw new IllegalStateException("short by " + o.shortfall());
        }
        var settled = makegood.ledger() // it needed 10: the other 15 are released
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
                .withPipeline(new VideoShop.StudioPipeline(videoShop.studio))
                .withClock(clock::get)
                .open();

        var ada = VideoShop.newCustomer(makegood);
        var id = VideoShop.newId();
        var queued = makegood.projects().submit(id, ada, VideoShop.VIDEO);
        makegood.taskRunner().runDue(10); // starts it
        videoShop.studio.finishAll(); // without a report
        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        makegood.taskRunner().runDue(10); // the watchdog polls the pipeline

        assertThat(VideoShop.find(makegood, id)).isInstanceOf(Project.Completed.class);
        // end
        assertThat(queued).isInstanceOf(Queued.class);
    }

    private Makegood open(Storage storage) {
        return videoShop.open(storage);
    }
}
