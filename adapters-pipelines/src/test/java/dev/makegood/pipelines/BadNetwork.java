package dev.makegood.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.Start;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T17: orders are handed over and looked at through every fault of the fakes, by seeded dice.
 *
 * <p>There is never a second run for an attempt, and no answer says more than is true over there.
 */
public abstract class BadNetwork {

    protected static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(400));

    private static final int ROUNDS = 50;
    private static final int SENDINGS_MAX = 12;
    private static final List<String> ENDINGS = List.of("#succeed", "#fail", "#hang", "#slow");
    private static final List<Fault> FAULTS = List.of(Fault.LOSE_ANSWER, Fault.BAD_GATEWAY,
            Fault.GARBAGE, Fault.CUT_SHORT, Fault.NO_ID, Fault.CUT_BEFORE, Fault.SERVER_ERROR,
            Fault.UNAVAILABLE, Fault.TOO_MANY, Fault.UNAUTHORIZED, Fault.REDIRECT);

    protected final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");

    protected abstract Pipeline pipeline();

    protected abstract Stage stage();

    protected abstract void tick();

    /** The runs that were really made for this order. */
    protected abstract List<RunId> madeFor(RunOrder order);

    /** Whether the run has ended over there, and how: {@code completed}, {@code failed}, or not. */
    protected abstract String truthAbout(RunId run);

    @AfterEach
    void stop() {
        stage().close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void no_second_run_and_nothing_believed_that_is_not_known(long seed) {
        var dice = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            stage().faultsFrom(() -> fault(dice));
            var prompt = "A cat learns to sail " + ENDINGS.get(dice.nextInt(ENDINGS.size()));
            var order = Orders.film(seed * 1_000 + round, prompt, clock.instant());
            assertThat(settled(order, dice))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOfAny(Started.class, Rejected.class);
        }
    }

    /** Plays core's part: hands the order over until the pipeline knows, then looks at the run. */
    private Start settled(RunOrder first, Random dice) {
        var order = first;
        for (int sending = 1;; sending++) {
            if (sending == SENDINGS_MAX) {
                stage().faultsFrom(() -> Fault.NONE);
            }
            var answer = pipeline().start(order);
            isTrue(answer, order);
            if (answer instanceof Started started) {
                looks(Orders.run(order, started.run()), dice);
                return answer;
            }
            if (answer instanceof Rejected) {
                return answer;
            }
            pass(Duration.ofSeconds(dice.nextInt(5, 300)));
            order = answer instanceof NotStarted
                    ? Orders.anew(order, clock.instant())
                    : Orders.again(order);
        }
    }

    private void isTrue(Start answer, RunOrder order) {
        var made = madeFor(order);
        assertThat(made).as("runs of %s", order).hasSizeLessThanOrEqualTo(1);
        switch (answer) {
            case Started started -> assertThat(made).containsExactly(started.run());
            case Rejected no -> assertThat(made).as(no.why()).isEmpty();
            case NotStarted no -> assertThat(made).as(no.why()).isEmpty();
            case Unknown unknown -> assertThat(unknown.why()).isNotBlank();
        }
    }

    private void looks(Run run, Random dice) {
        for (int look = 0; look < 3; look++) {
            switch (pipeline().look(run)) {
                case Seen(Succeeded s) -> assertThat(truthAbout(run.id())).isEqualTo("completed");
                case Seen(Broke b) -> assertThat(truthAbout(run.id())).isEqualTo("failed");
                case StillRunning r -> assertThat(truthAbout(run.id())).isEmpty();
                case Unknown unknown -> assertThat(unknown.why()).isNotBlank();
            }
            pass(Duration.ofSeconds(dice.nextInt(5, 60)));
        }
    }

    private void pass(Duration time) {
        clock.pass(time);
        tick();
    }

    /** Two calls in three go well; being late costs real time, so it is rare. */
    private static Fault fault(Random dice) {
        int thrown = dice.nextInt(300);
        if (thrown < 1) {
            return Fault.ANSWER_TOO_LATE;
        }
        return thrown < 100 ? FAULTS.get(thrown % FAULTS.size()) : Fault.NONE;
    }
}
