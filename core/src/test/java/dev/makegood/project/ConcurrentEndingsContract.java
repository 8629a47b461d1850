package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.pricing.Operation;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.FakePipeline;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * T16: completed, failed, cancelled, failed by an operator and polled, all at once, on real
 * threads.
 *
 * <p>A storage's test extends it; {@code -Dmakegood.rounds=100000} for a long night.
 */
public abstract class ConcurrentEndingsContract extends StorageTestBase {

    private static final int ROUNDS = Integer.getInteger("makegood.rounds", 500);
    private static final int ROUNDS_A_CUSTOMER = 50;
    private static final Operation VIDEO = Operation.of("story-editor", "project-video");
    private static final Cause CAUSE = new Cause("test", "at once");

    private final Random dice = new Random(16);
    private final FakePipeline pipeline = FakePipeline.outside(() -> false);

    @Test
    void a_project_ends_once_and_its_credits_are_back_only_if_it_failed() {
        var makegood = Makegood.on(storage()).withPipeline(pipeline).withClock(clock).open();
        pipeline.answersCancellations(new Pipeline.RunCancelled());
        for (int round = 0; round < ROUNDS; round += ROUNDS_A_CUSTOMER) {
            var customer = samples.customer();
            var grant = Grant.of(GrantSource.PURCHASE, new Credits(40L * ROUNDS_A_CUSTOMER));
            assertThat(makegood.ledger().grant(samples.transfer(), customer, grant)).isNotNull();
            for (int i = 0; i < ROUNDS_A_CUSTOMER; i++) {
                endsOnce(makegood, customer, round + i);
            }
            assertThat(Audit.of(storage().archive()).violations(customer)).isEmpty();
        }
    }

    private void endsOnce(Makegood makegood, CustomerId customer, int round) {
        var project = started(makegood, customer);

        var answers = ConcurrentCalls.run(allAtOnce(makegood, customer, project));

        var state = storage().projectHistory().find(project).orElseThrow();
        assertThat(answers).as("round %d: how many ended %s", round, state)
                .filteredOn("changed"::equals)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(
                storage().statements().transfersAbout(customer, Subject.project(project.value())))
                        .as("round %d: %s by %s", round, state, answers)
                        .extracting(Transfer::kind)
                        .containsExactly(TransferKind.HOLD,
                                state instanceof Project.Failed ? TransferKind.RELEASE
                                        : TransferKind.CAPTURE);
    }

    private ProjectId started(Makegood makegood, CustomerId customer) {
        var project = samples.project();
        assertThat(makegood.projects().submit(project, customer, VIDEO))
                .isInstanceOf(Submission.Queued.class);
        assertThat(makegood.taskRunner().runNow(customer, ProjectTasks.SUBMIT, project.value()))
                .isTrue();
        if (dice.nextBoolean()) {
            pipeline.completesWithoutReport(project);
        } else {
            pipeline.breaksWithoutReport(project, "sorry");
        }
        return project;
    }

    private List<Callable<String>> allAtOnce(
            Makegood makegood, CustomerId customer, ProjectId project) {
        var projects = makegood.projects();
        var all = new ArrayList<Callable<String>>();
        all.add(() -> nameOf(projects.report(project,
                new RunReport.RunSucceeded(null, "it", null, clock.instant()))));
        all.add(() -> nameOf(projects.report(project, new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()))));
        all.add(() -> nameOf(projects.cancel(project, CAUSE)));
        all.add(() -> nameOf(projects.fail(project, CAUSE)));
        all.add(() -> "asked " + makegood.taskRunner()
                .runNow(customer, ProjectTasks.POLL, project.value()));
        Collections.shuffle(all, dice);
        return all;
    }

    private static String nameOf(ProjectAnswer answer) {
        return answer instanceof ProjectAnswer.ProjectChanged ? "changed"
                : answer.getClass().getSimpleName();
    }
}
