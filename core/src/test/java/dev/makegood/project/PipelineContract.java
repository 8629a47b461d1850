package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.Operation;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.RunCancelled;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Pipeline.Unsupported;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.testing.OtherSideTestBase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Pipeline} must do; extend it for yours, and let its hooks act over there.
 */
public abstract class PipelineContract extends OtherSideTestBase {

    private static final Duration LONG = Duration.ofHours(1);

    private int orders;

    /** The pipeline under test. */
    protected abstract Pipeline pipeline();

    /** Lets the other side do what the next call requests, and lose the answer on its way. */
    protected abstract void loseTheNextAnswer();

    /** Lets the other side refuse the next start, definitely. */
    protected abstract void refuseTheNextStart();

    /** Ends this run on the other side, succeeded or failed. */
    protected abstract void end(RunId run, boolean well);

    /** Makes the other side forget this run. */
    protected abstract void forget(RunId run);

    /** How many runs the other side has really made, ever. */
    protected abstract int runsMade();

    @Test
    void a_run_is_started_and_named() {
        var run = started(anOrder());

        assertThat(runsMade()).isEqualTo(1);
        assertThat(pipeline().poll(run)).isInstanceOf(StillRunning.class);
    }

    @Test
    void the_same_attempt_sent_again_finds_the_same_run() {
        var request = anOrder();
        var run = started(request);

        var again = pipeline().start(again(request));

        assertThat(again).isEqualTo(new Started(run.id()));
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void another_attempt_is_another_run() {
        var request = anOrder();
        var first = started(request);
        end(first.id(), false);

        var second = started(new RunRequest(request.id(), 2, request.order(), now(), false));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(runsMade()).isEqualTo(2);
    }

    @Test
    void equal_orders_of_two_projects_are_two_runs() {
        var first = started(anOrder());
        var second = started(anOrder());

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void a_run_whose_answer_was_lost_is_found_and_never_made_twice() {
        var request = anOrder();
        loseTheNextAnswer();

        var lost = pipeline().start(request);
        pass(Duration.ofSeconds(5));
        var found = pipeline().start(again(request));

        assertThat(lost).isInstanceOf(Unknown.class);
        assertThat(found).isInstanceOf(Started.class);
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_lost_again_and_again_makes_one_run() {
        var request = anOrder();
        loseTheNextAnswer();
        assertThat(pipeline().start(request)).isInstanceOf(Unknown.class);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(2));
            loseTheNextAnswer();
            assertThat(pipeline().start(again(request)))
                    .isInstanceOfAny(Unknown.class, Started.class);
        }

        assertThat(pipeline().start(again(request))).isInstanceOf(Started.class);
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_start_makes_no_run() {
        refuseTheNextStart();

        assertThat(pipeline().start(anOrder())).isInstanceOf(Rejected.class);
        assertThat(runsMade()).isZero();
    }

    @Test
    void a_refusal_does_not_deny_the_run_that_an_earlier_sending_made() {
        var request = anOrder();
        loseTheNextAnswer();
        assertThat(pipeline().start(request)).isInstanceOf(Unknown.class);
        pass(LONG);
        refuseTheNextStart();

        var refused = pipeline().start(again(request));

        assertThat(refused).isNotInstanceOfAny(Rejected.class, NotStarted.class);
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void a_run_that_succeeded_is_reported_by_a_poll() {
        var run = started(anOrder());

        end(run.id(), true);

        assertThat(report(run)).isInstanceOf(RunSucceeded.class);
        assertThat(report(run).run()).isIn(run.id(), null);
    }

    @Test
    void a_run_that_broke_is_seen_with_a_reason() {
        var run = started(anOrder());

        end(run.id(), false);

        assertThat(report(run)).isInstanceOfSatisfying(RunFailed.class, failed -> {
            assertThat(failed.run()).isIn(run.id(), null);
            assertThat(failed.failure().message()).isNotBlank();
        });
    }

    @Test
    void a_poll_whose_answer_was_lost_is_not_an_end() {
        var run = started(anOrder());
        loseTheNextAnswer();

        assertThat(pipeline().poll(run)).isInstanceOfAny(Unknown.class, StillRunning.class);
    }

    @Test
    void a_run_that_is_gone_did_not_end() {
        var run = started(anOrder());

        forget(run.id());

        assertThat(pipeline().poll(run)).isInstanceOf(Unknown.class);
        assertThat(pipeline().cancel(run)).isInstanceOfAny(Unknown.class, Unsupported.class);
    }

    @Test
    void a_run_that_was_never_started_is_unknown() {
        var unknown = new Run(newProject(), 1, new RunId("../unknown?run=this"), now());

        assertThat(pipeline().poll(unknown)).isInstanceOf(Unknown.class);
        assertThat(pipeline().cancel(unknown)).isInstanceOfAny(Unknown.class, Unsupported.class);
    }

    @Test
    void a_run_that_ended_cannot_be_cancelled() {
        var run = started(anOrder());
        end(run.id(), true);

        assertThat(pipeline().cancel(run)).isInstanceOfAny(TooLate.class, Unsupported.class);
        assertThat(report(run)).isInstanceOf(RunSucceeded.class);
    }

    @Test
    void a_run_is_cancelled_only_when_it_has_stopped() {
        var run = started(anOrder());
        loseTheNextAnswer();
        assertThat(pipeline().cancel(run)).isInstanceOfAny(Unknown.class, Unsupported.class);
        pass(Duration.ofMinutes(1));

        if (pipeline().cancel(run) instanceof RunCancelled) {
            assertThat(report(run)).isInstanceOf(RunFailed.class);
        }
    }

    /** An order that plays no ending of its own: its run goes on until {@link #end}. */
    protected RunRequest anOrder() {
        var prompt = "A cat learns to sail, film " + ++orders + " #hang";
        var operation = Operation.of("story-editor", "project-video", "hd");
        var order = new Order(operation, prompt, Map.of("aspectRatio", "16:9"), "{}");
        return new RunRequest(newProject(), 1, order, now(), false);
    }

    /** The same request as it is repeated after an unknown outcome. */
    protected static RunRequest again(RunRequest request) {
        return new RunRequest(request.id(), request.attempt(), request.order(), request.sentAt(),
                true);
    }

    /** Starts an order that is expected to start. */
    protected Run started(RunRequest request) {
        var answer = pipeline().start(request);
        assertThat(answer).isInstanceOf(Started.class);
        return new Run(request.id(), request.attempt(), ((Started) answer).run(), now());
    }

    private RunReport report(Run run) {
        var poll = pipeline().poll(run);
        assertThat(poll).isInstanceOf(RunEnded.class);
        return ((RunEnded) poll).report();
    }

    private ProjectId newProject() {
        return new ProjectId(new UUID(0x0000_7000_8000_0000L + orders, 0x8000_0000_0000_0000L));
    }
}
