package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.RunId;
import dev.makegood.store.StoreUnavailableException;
import dev.makegood.testing.MakegoodFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasks while the database fails under them: in statements, in commits, and in the answers of both. */
class TaskOutagesTest {

    private static final int PROJECTS = 40;
    private static final double FAULT_RATE = 0.1;

    /** Less than half of a task's lease. */
    private static final Duration SOON = Duration.ofSeconds(50);

    private final TestDatabase database = TestDatabases.migrated();

    @Test
    void no_outage_costs_a_task_its_lease() throws SQLException {
        // Not every seed: where the giving back fails too, a task does wait for the end of its lease.
        var seed = Long.getLong("makegood.seed", 1);
        System.out.println("seed " + seed);
        var fixture = MakegoodFixture.on(TestDatabases.store(database));
        var projects = Stream.generate(() -> fixture.submitProject(fixture.customerWith(40)))
                .limit(PROJECTS)
                .toList();

        try (var faulty = new FaultyDataSource(TestDatabases.pool(database), 3, seed, FAULT_RATE)) {
            var server = Makegood
                    .on(JooqStore.on(faulty.asDataSource(), JooqConfiguration.standard(),
                            new RetryPolicy(1, Duration.ofSeconds(9), () -> 1)))
                    .withPipelines(PipelineRegistry.only(PipelineRegistration.of("pipeline",
                            request -> new Pipeline.Started(
                                    new RunId(fixture.samples.id().toString())))))
                    .withClock(fixture.clock)
                    .open();
            for (var passed = Duration.ZERO; passed.compareTo(SOON) < 0; passed =
                    passed.plusSeconds(1)) {
                runDue(server);
                fixture.clock.advance(Duration.ofSeconds(1));
            }
            assertThat(faulty.faults()).isPositive();
        }

        assertThat(open(fixture, projects)).isEmpty();
    }

    private static void runDue(Makegood server) {
        try {
            var unused = server.taskRunner().runDue(PROJECTS);
        } catch (StoreUnavailableException e) {
            // It was on purpose; a server logs it and goes on.
            assertThat(e).hasRootCauseMessage("on purpose");
        }
    }

    private static List<ProjectId> open(MakegoodFixture fixture, List<ProjectId> projects) {
        return projects.stream()
                .filter(project -> fixture.stateOf(project).status() == ProjectStatus.PENDING)
                .toList();
    }
}
