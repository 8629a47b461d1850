package dev.makegood.pipelines.prefect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a run goes, as a word in its prompt says: its states and the beat at which each begins. */
enum FakePrefectScenario {
    SUCCEED(running(at(6, "COMPLETED", "Completed"))),
    FAIL(running(at(6, "FAILED", "Failed"))),
    HANG(running()),
    SLOW(running(at(60, "COMPLETED", "Completed"))),
    LATE(List.of(at(1, "SCHEDULED", "Late"),
            at(4, "PENDING", "Submitting"),
            at(5, "RUNNING", "Running"),
            at(9, "COMPLETED", "Completed"))),
    /** No worker ever picks it up. */
    NEVER(List.of(at(1, "SCHEDULED", "Late"))),
    /** Its infrastructure cannot start. */
    CRASH_AT_START(List.of(at(1, "PENDING", "InfrastructurePending"),
            at(3, "CRASHED", "Crashed"))),
    CRASH(running(at(4, "CRASHED", "Crashed"))),
    TIMEOUT(running(at(8, "FAILED", "TimedOut"))),
    RETRY(running(at(4, "SCHEDULED", "AwaitingRetry"),
            at(6, "RUNNING", "Retrying"),
            at(8, "COMPLETED", "Completed"))),
    PAUSE(running(at(3, "PAUSED", "Suspended"))),
    /** Fails, and an operator runs it again. */
    RERUN(running(at(4, "FAILED", "Failed"),
            at(9, "SCHEDULED", "Scheduled"),
            at(10, "RUNNING", "Running"),
            at(12, "COMPLETED", "Completed"))),
    /** Ignores its cancellation. */
    IGNORE_CANCEL(running(at(60, "COMPLETED", "Completed")));

    record ScenarioStep(int beat, String type, String name) {}

    private final List<ScenarioStep> steps;

    FakePrefectScenario(List<ScenarioStep> steps) {
        this.steps = steps;
    }

    List<ScenarioStep> steps() {
        return steps;
    }

    static FakePrefectScenario of(String prompt) {
        return Arrays.stream(values())
                .filter(scenario -> prompt.contains("#" + scenario.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(SUCCEED);
    }

    /** A worker takes it up at once, and then this. */
    private static List<ScenarioStep> running(ScenarioStep... then) {
        return Stream.concat(
                Stream.of(at(1, "PENDING", "Pending"), at(2, "RUNNING", "Running")),
                Stream.of(then)).toList();
    }

    private static ScenarioStep at(int beat, String type, String name) {
        return new ScenarioStep(beat, type, name);
    }
}
