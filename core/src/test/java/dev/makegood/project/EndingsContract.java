package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.Transfer;
import dev.makegood.pricing.Operation;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.FakePipeline;
import dev.makegood.testing.OnStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * T16: completed, failed, cancelled, let go by an operator and asked about, all at once, on real threads.
 *
 * <p>A storage's test extends it; {@code -Dmakegood.rounds=100000} for a long night.
 */
public abstract class EndingsContract extends OnStorage {

    private static final int ROUNDS = Integer.getInteger("makegood.rounds", 1_000);
    private static final int ROUNDS_A_CUSTOMER = 50;
    private static final Operation VIDEO = Operation.of("story-editor", "project-video");
    private static final Cause SOMEBODY = new Cause("test", "at once");

    private final Random dice = new Random(16);
    private final FakePipeline pipeline = FakePipeline.outside(() -> false);

    @Test
    void a_project_ends_once_and_its_credits_are_back_only_if_it_failed() {
        var makegood = Makegood.on(storage()).workedBy(pipeline).at(clock).open();
        pipeline.answersCancellations(new Pipeline.Cancelled());
        for (int round = 0; round < ROUNDS; round += ROUNDS_A_CUSTOMER) {
            var customer = samples.customer();
            var grant = Grant.of(Source.PURCHASE, new Credits(40L * ROUNDS_A_CUSTOMER));
            assertThat(makegood.ledger().grant(samples.transfer(), customer, grant)).isNotNull();
            for (int i = 0; i < ROUNDS_A_CUSTOMER; i++) {
                endsOnce(makegood, customer, round + i);
            }
            assertThat(Audit.of(storage().archive()).findings(customer)).isEmpty();
        }
    }

    private void endsOnce(Makegood makegood, CustomerId customer, int round) {
        var project = started(makegood, customer);

        var answers = Crowd.of(allAtOnce(makegood, customer, project));

        var state = storage().histories().find(project).orElseThrow();
        assertThat(answers).as("round %d: how many ended %s", round, state)
                .filteredOn("changed"::equals)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(storage().statements().about(customer, About.project(project.value())))
                .as("round %d: %s by %s", round, state, answers)
                .extracting(Transfer::kind)
                .containsExactly(Kind.HOLD,
                        state instanceof Project.Failed ? Kind.RELEASE : Kind.CAPTURE);
    }

    private ProjectId started(Makegood makegood, CustomerId customer) {
        var project = samples.project();
        assertThat(makegood.projects().submit(project, customer, VIDEO))
                .isInstanceOf(Submission.Queued.class);
        assertThat(makegood.tasks().runNow(customer, Projects.SUBMIT_TASK, project.value()))
                .isTrue();
        if (dice.nextBoolean()) {
            pipeline.completesUnheard(project);
        } else {
            pipeline.breaksUnheard(project, "sorry");
        }
        return project;
    }

    private List<Callable<String>> allAtOnce(
            Makegood makegood, CustomerId customer, ProjectId project) {
        var projects = makegood.projects();
        var all = new ArrayList<Callable<String>>();
        all.add(() -> said(projects.report(project,
                new RunReport.Succeeded(null, "it", null, clock.instant()))));
        all.add(() -> said(projects.report(project, new RunReport.Broke(null,
                new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()))));
        all.add(() -> said(projects.cancel(project, SOMEBODY)));
        all.add(() -> said(projects.fail(project, SOMEBODY)));
        all.add(() -> "asked " + makegood.tasks()
                .runNow(customer, Projects.LOOK_TASK, project.value()));
        Collections.shuffle(all, dice);
        return all;
    }

    private static String said(Answer answer) {
        return answer instanceof Answer.Changed ? "changed" : answer.getClass().getSimpleName();
    }
}
