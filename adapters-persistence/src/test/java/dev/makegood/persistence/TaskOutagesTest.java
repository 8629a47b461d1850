package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Leases;
import dev.makegood.Makegood;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.RunId;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.MakegoodFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks while the database fails under them: in statements, in commits, and in the answers of both. */
class TaskOutagesTest {

    private static final int PROJECTS = 40;
    private static final double FAULT_RATE = 0.1;
    private static final int ROUNDS_MAX = 300;

    private static final Duration LEASE = Leases.STANDARD.task();

    /** Many rounds: a claim that could not be given back in one is given back in the next. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabases.migrated();
    private final MakegoodFixture fixture = MakegoodFixture.on(TestDatabases.store(database));

    @Test
    void no_outage_costs_a_task_its_lease() throws SQLException {
        var seed = Long.getLong("makegood.seed", System.nanoTime());
        System.out.println("seed " + seed);
        submitProjects();

        try (var faulty = new FaultyDataSource(TestDatabases.pool(database), 3, seed, FAULT_RATE)) {
            var server = server(faulty);
            for (int round = 0; round < ROUNDS_MAX && !tasks("").isEmpty(); round++) {
                runDue(server);
                fixture.clock.advance(Duration.ofSeconds(1));
                assertThat(leasedForLong()).as("round %s of seed %s", round, seed).isEmpty();
            }
            assertThat(faulty.faults()).isPositive();
        }

        assertThat(tasks("")).isEmpty();
    }

    private void submitProjects() {
        for (int i = 0; i < PROJECTS; i++) {
            var unused = fixture.submitProject(fixture.customerWith(40));
        }
    }

    private Makegood server(FaultyDataSource faulty) {
        var store = JooqStore.on(faulty.asDataSource(), JooqConfiguration.standard(),
                new RetryPolicy(1, Duration.ofSeconds(9), () -> 1));
        var registration = PipelineRegistration.of("pipeline",
                request -> new Pipeline.Started(new RunId(fixture.samples.id().toString())));
        return Makegood.on(store)
                .withPipelines(PipelineRegistry.only(registration))
                .withClock(fixture.clock)
                .open();
    }

    private static void runDue(Makegood server) {
        try {
            var unused = server.taskRunner().runDue(PROJECTS);
        } catch (StoreUnavailableException e) {
            // It was on purpose; a server logs it and goes on.
            assertThat(e).hasRootCauseMessage("on purpose");
        }
    }

    /** A task that was given back is due within seconds; one that was just claimed, at the end of a whole lease. */
    private List<String> leasedForLong() {
        var now = fixture.clock.instant();
        return tasks("and due_at > '%s' and due_at < '%s'"
                .formatted(now.plus(SOON), now.plus(LEASE).minus(SOON)));
    }

    private List<String> tasks(String condition) {
        return TestSql.query(database.asOwner(), """
                select subject_id || ', attempt ' || attempts || ', due at ' || due_at
                from makegood.task where kind = 'submit_project' %s""".formatted(condition));
    }
}
