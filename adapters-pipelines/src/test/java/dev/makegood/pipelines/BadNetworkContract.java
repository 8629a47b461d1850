package dev.makegood.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.StartResult;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T17: runs are started and polled through every fault of the fakes, by seeded dice.
 *
 * <p>There is never a second run for an attempt, and no result says more than is true at the fake.
 */
public abstract class BadNetworkContract {

    protected static final HttpTimeouts SHORT_TIMEOUTS =
            new HttpTimeouts(Duration.ofSeconds(5), Duration.ofMillis(400));

    private static final int ROUNDS = 50;
    private static final int STARTS_MAX = 12;
    private static final List<String> ENDINGS = List.of("#succeed", "#fail", "#hang", "#slow");
    private static final List<PipelineFault> FAULTS =
            List.of(PipelineFault.LOSE_ANSWER, PipelineFault.BAD_GATEWAY,
                    PipelineFault.GARBAGE, PipelineFault.CUT_SHORT, PipelineFault.NO_ID,
                    PipelineFault.CUT_BEFORE, PipelineFault.SERVER_ERROR,
                    PipelineFault.UNAVAILABLE, PipelineFault.TOO_MANY, PipelineFault.UNAUTHORIZED,
                    PipelineFault.REDIRECT);

    protected final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");

    protected abstract Pipeline pipeline();

    protected abstract FakePipelineServer server();

    protected abstract void tick();

    /** The runs that were really made for this request. */
    protected abstract List<RunId> runsOf(RunRequest request);

    /** Whether the run has ended at the fake, and how: {@code completed}, {@code failed}, or not. */
    protected abstract String endingOf(RunId run);

    @AfterEach
    void stop() {
        server().close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void there_is_no_second_run_and_no_result_says_more_than_is_known(long seed) {
        var dice = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            server().drawFaultsFrom(() -> fault(dice));
            var prompt = "A cat learns to sail " + ENDINGS.get(dice.nextInt(ENDINGS.size()));
            var request = RunRequests.film(seed * 1_000 + round, prompt, clock.instant());
            assertThat(startUntilKnown(request, dice))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOfAny(Started.class, Rejected.class);
        }
    }

    /** Plays core's part: repeats the start until the outcome is known, then polls the run. */
    private StartResult startUntilKnown(RunRequest first, Random dice) {
        var request = first;
        for (int sending = 1;; sending++) {
            if (sending == STARTS_MAX) {
                server().drawFaultsFrom(() -> PipelineFault.NONE);
            }
            var answer = pipeline().start(request);
            assertConsistent(answer, request);
            if (answer instanceof Started started) {
                assertPolls(RunRequests.run(request, started.run()), dice);
                return answer;
            }
            if (answer instanceof Rejected) {
                return answer;
            }
            passTime(Duration.ofSeconds(dice.nextInt(5, 300)));
            request = answer instanceof NotStarted
                    ? RunRequests.resentAt(request, clock.instant())
                    : RunRequests.repeated(request);
        }
    }

    private void assertConsistent(StartResult answer, RunRequest request) {
        var made = runsOf(request);
        assertThat(made).as("runs of %s", request).hasSizeLessThanOrEqualTo(1);
        switch (answer) {
            case Started started -> assertThat(made).containsExactly(started.run());
            case Rejected no -> assertThat(made).as(no.why()).isEmpty();
            case NotStarted no -> assertThat(made).as(no.why()).isEmpty();
            case Unknown unknown -> assertThat(unknown.why()).isNotBlank();
        }
    }

    private void assertPolls(Run run, Random dice) {
        for (int poll = 0; poll < 3; poll++) {
            switch (pipeline().poll(run)) {
                case RunEnded(RunSucceeded s) ->
                        assertThat(endingOf(run.id())).isEqualTo("completed");
                case RunEnded(RunFailed b) -> assertThat(endingOf(run.id())).isEqualTo("failed");
                case StillRunning r -> assertThat(endingOf(run.id())).isEmpty();
                case Unknown unknown -> assertThat(unknown.why()).isNotBlank();
            }
            passTime(Duration.ofSeconds(dice.nextInt(5, 60)));
        }
    }

    private void passTime(Duration time) {
        clock.advance(time);
        tick();
    }

    /** Two calls in three go well; being late costs real time, so it is rare. */
    private static PipelineFault fault(Random dice) {
        int thrown = dice.nextInt(300);
        if (thrown < 1) {
            return PipelineFault.ANSWER_TOO_LATE;
        }
        return thrown < 100 ? FAULTS.get(thrown % FAULTS.size()) : PipelineFault.NONE;
    }
}
