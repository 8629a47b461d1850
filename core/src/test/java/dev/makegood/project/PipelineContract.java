package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.Operation;
import dev.makegood.project.Pipeline.Cancelled;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Pipeline.Unsupported;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Pipeline} must do; extend it for yours, and let its hooks act over there.
 *
 * <p>Time is moved by {@link #pass}, never waited for.
 */
public abstract class PipelineContract {

    private static final Duration LONG = Duration.ofHours(1);

    private int orders;

    /** The pipeline under test. */
    protected abstract Pipeline pipeline();

    /** The time by the clock that the pipeline was given. */
    protected abstract Instant now();

    /** Moves that clock, and lets the other side work for so long. */
    protected abstract void pass(Duration time);

    /** Lets the other side do what the next call asks, and lose the answer on its way. */
    protected abstract void loseTheNextAnswer();

    /** Lets the other side refuse the next start, definitely. */
    protected abstract void refuseTheNextStart();

    /** Ends this run on the other side, as asked or broken. */
    protected abstract void end(RunId run, boolean well);

    /** Makes the other side forget this run. */
    protected abstract void forget(RunId run);

    /** How many runs the other side has really made, ever. */
    protected abstract int runsMade();

    @Test
    void a_run_is_started_and_named() {
        var run = started(anOrder());

        assertThat(runsMade()).isEqualTo(1);
        assertThat(pipeline().look(run)).isInstanceOf(StillRunning.class);
    }

    @Test
    void the_same_attempt_sent_again_finds_the_same_run() {
        var order = anOrder();
        var run = started(order);

        var again = pipeline().start(again(order));

        assertThat(again).isEqualTo(new Started(run.id()));
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void another_attempt_is_another_run() {
        var order = anOrder();
        var first = started(order);
        end(first.id(), false);

        var second = started(new RunOrder(order.id(), 2, order.order(), now(), false));

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
        var order = anOrder();
        loseTheNextAnswer();

        var lost = pipeline().start(order);
        pass(Duration.ofSeconds(5));
        var found = pipeline().start(again(order));

        assertThat(lost).isInstanceOf(Unknown.class);
        assertThat(found).isInstanceOf(Started.class);
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_lost_again_and_again_makes_one_run() {
        var order = anOrder();
        loseTheNextAnswer();
        assertThat(pipeline().start(order)).isInstanceOf(Unknown.class);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(2));
            loseTheNextAnswer();
            assertThat(pipeline().start(again(order)))
                    .isInstanceOfAny(Unknown.class, Started.class);
        }

        assertThat(pipeline().start(again(order))).isInstanceOf(Started.class);
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
        var order = anOrder();
        loseTheNextAnswer();
        assertThat(pipeline().start(order)).isInstanceOf(Unknown.class);
        pass(LONG);
        refuseTheNextStart();

        var refused = pipeline().start(again(order));

        assertThat(refused).isNotInstanceOfAny(Rejected.class, NotStarted.class);
        assertThat(runsMade()).isEqualTo(1);
    }

    @Test
    void a_run_that_did_what_was_asked_is_seen() {
        var run = started(anOrder());

        end(run.id(), true);

        assertThat(report(run)).isInstanceOf(Succeeded.class);
        assertThat(report(run).run()).isIn(run.id(), null);
    }

    @Test
    void a_run_that_broke_is_seen_with_a_reason() {
        var run = started(anOrder());

        end(run.id(), false);

        assertThat(report(run)).isInstanceOfSatisfying(Broke.class, broke -> {
            assertThat(broke.run()).isIn(run.id(), null);
            assertThat(broke.why().message()).isNotBlank();
        });
    }

    @Test
    void a_look_whose_answer_was_lost_is_not_an_end() {
        var run = started(anOrder());
        loseTheNextAnswer();

        assertThat(pipeline().look(run)).isInstanceOfAny(Unknown.class, StillRunning.class);
    }

    @Test
    void a_run_that_is_gone_did_not_end() {
        var run = started(anOrder());

        forget(run.id());

        assertThat(pipeline().look(run)).isInstanceOf(Unknown.class);
        assertThat(pipeline().cancel(run)).isInstanceOfAny(Unknown.class, Unsupported.class);
    }

    @Test
    void a_run_that_nobody_started_is_unknown() {
        var stranger = new Run(newProject(), 1, new RunId("../nobody?started=this"), now());

        assertThat(pipeline().look(stranger)).isInstanceOf(Unknown.class);
        assertThat(pipeline().cancel(stranger)).isInstanceOfAny(Unknown.class, Unsupported.class);
    }

    @Test
    void a_run_that_ended_cannot_be_cancelled() {
        var run = started(anOrder());
        end(run.id(), true);

        assertThat(pipeline().cancel(run)).isInstanceOfAny(TooLate.class, Unsupported.class);
        assertThat(report(run)).isInstanceOf(Succeeded.class);
    }

    @Test
    void a_run_is_cancelled_only_when_it_has_stopped() {
        var run = started(anOrder());
        loseTheNextAnswer();
        assertThat(pipeline().cancel(run)).isInstanceOfAny(Unknown.class, Unsupported.class);
        pass(Duration.ofMinutes(1));

        if (pipeline().cancel(run) instanceof Cancelled) {
            assertThat(report(run)).isInstanceOf(Broke.class);
        }
    }

    /** An order that plays no ending of its own: its run goes on until {@link #end}. */
    protected RunOrder anOrder() {
        var prompt = "A cat learns to sail, film " + ++orders + " #hang";
        var operation = Operation.of("story-editor", "project-video", "hd");
        var order = new Order(operation, prompt, Map.of("aspectRatio", "16:9"), "{}");
        return new RunOrder(newProject(), 1, order, now(), false);
    }

    /** The same order as it is handed over after an answer nobody understood. */
    protected static RunOrder again(RunOrder order) {
        return new RunOrder(order.id(), order.attempt(), order.order(), order.sentAt(), true);
    }

    /** Starts an order that is expected to start. */
    protected Run started(RunOrder order) {
        var answer = pipeline().start(order);
        assertThat(answer).isInstanceOf(Started.class);
        return new Run(order.id(), order.attempt(), ((Started) answer).run(), now());
    }

    private RunReport report(Run run) {
        var look = pipeline().look(run);
        assertThat(look).isInstanceOf(Seen.class);
        return ((Seen) look).report();
    }

    private ProjectId newProject() {
        return new ProjectId(new UUID(0x0000_7000_8000_0000L + orders, 0x8000_0000_0000_0000L));
    }
}
