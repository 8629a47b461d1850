package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.project.ProjectEvent.CostAboveHold;
import dev.makegood.project.ProjectEvent.LateFailure;
import dev.makegood.project.ProjectEvent.LateSuccess;
import dev.makegood.project.ProjectEvent.ProjectCompleted;
import dev.makegood.project.ProjectEvent.ProjectCreated;
import dev.makegood.project.ProjectEvent.ProjectFailed;
import dev.makegood.project.ProjectEvent.ProjectRetried;
import dev.makegood.project.ProjectEvent.ProjectStarted;
import dev.makegood.testing.Samples;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the events of a project say of it. */
class ProjectEventTest {

    private static final RunId RUN = new RunId("run-1");

    private final Samples samples = new Samples(1);
    private final Instant now = samples.start();
    private final Project.Pending pending = samples.freeProject(samples.customer());
    private final Project.Processing processing =
            new Project.Processing(pending.details(), 2, RUN, now);
    private final Project.Completed completed = new Project.Completed(pending.details(), "a film",
            new Credits(40), new Credits(5), now);

    private static void expectFacts(ProjectEvent event, String type, Map<String, String> facts) {
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.extraFacts()).isEqualTo(facts);
        assertThat(event.facts()).containsAllEntriesOf(facts);
    }

    @Test
    void every_event_says_which_project_and_how_it_stands() {
        assertThat(new ProjectCompleted(completed).facts()).containsAllEntriesOf(Map.of(
                "project", completed.id().toString(), "status", "completed", "operation",
                "story-editor/project-video", "pipeline", "pipeline", "creditsUsed", "40",
                "creditsRefunded", "5"));
    }

    @Test
    void every_event_has_the_hash_of_the_project_it_leaves() {
        assertThat(new ProjectCompleted(completed).stateHash())
                .isEqualTo(ProjectHash.of(completed))
                .isNotEqualTo(new ProjectCreated(pending).stateHash());
    }

    @Test
    void an_order_and_its_run_are_told() {
        expectFacts(new ProjectCreated(pending), "project.created", Map.of());
        expectFacts(new ProjectStarted(processing), "project.started",
                Map.of("run", "run-1", "attempt", "2"));
        expectFacts(new ProjectRetried(pending, "operator:test", "again"), "project.retried",
                Map.of("attempt", "1", "actor", "operator:test", "reason", "again"));
    }

    @Test
    void an_end_is_told_with_what_it_came_to() {
        var failure = new Failure(FailureReason.CANCELLED, "not needed");

        expectFacts(new ProjectCompleted(completed), "project.completed",
                Map.of("result", "a film"));
        expectFacts(new ProjectFailed(processing.fail(failure, now), "customer"), "project.failed",
                Map.of("failureReason", "cancelled", "message", "not needed", "actor",
                        "customer"));
        expectFacts(new CostAboveHold(completed, 99), "project.cost_above_hold",
                Map.of("actualCredits", "99"));
    }

    @Test
    void a_report_that_was_refused_is_kept_with_its_reason() {
        expectFacts(new LateSuccess(completed,
                new RunReport.RunSucceeded(RUN, "another film", null, now), "it had ended"),
                "project.late_success",
                Map.of("result", "another film", "reason", "it had ended"));
        expectFacts(new LateFailure(completed,
                new RunReport.RunFailed(RUN, new Failure(FailureReason.PIPELINE_ERROR, "broken"),
                        now),
                "it had ended"), "project.late_failure",
                Map.of("message", "broken", "reason", "it had ended"));
    }
}
