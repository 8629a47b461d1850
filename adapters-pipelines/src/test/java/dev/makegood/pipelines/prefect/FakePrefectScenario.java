package dev.makegood.pipelines.prefect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a run goes, as a word in its prompt says: its states and the beat at which each begins. */
enum FakePrefectScenario {
    SUCCEED(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(6, "COMPLETED", "Completed")),
    FAIL(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(6, "FAILED", "Failed")),
    HANG(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running")),
    SLOW(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(60, "COMPLETED", "Completed")),
    LATE(at(1, "SCHEDULED", "Late"),
            at(4, "PENDING", "Submitting"),
            at(5, "RUNNING", "Running"),
            at(9, "COMPLETED", "Completed")),
    /** No worker ever picks it up. */
    NEVER(at(1, "SCHEDULED", "Late")),
    /** Its infrastructure cannot start. */
    CRASH_AT_START(at(1, "PENDING", "InfrastructurePending"),
            at(3, "CRASHED", "Crashed")),
    CRASH(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(4, "CRASHED", "Crashed")),
    TIMEOUT(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(8, "FAILED", "TimedOut")),
    RETRY(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(4, "SCHEDULED", "AwaitingRetry"),
            at(6, "RUNNING", "Retrying"),
            at(8, "COMPLETED", "Completed")),
    PAUSE(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(3, "PAUSED", "Suspended")),
    /** Fails, and an operator runs it again. */
    RERUN(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(4, "FAILED", "Failed"),
            at(9, "SCHEDULED", "Scheduled"),
            at(10, "RUNNING", "Running"),
            at(12, "COMPLETED", "Completed")),
    /** Ignores its cancellation. */
    IGNORE_CANCEL(at(1, "PENDING", "Pending"),
            at(2, "RUNNING", "Running"),
            at(60, "COMPLETED", "Completed"));

    record ScenarioStep(int beat, String type, String name) {}

    private final List<ScenarioStep> steps;

    FakePrefectScenario(ScenarioStep... scenes) {
        this.steps = List.of(scenes);
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

    private static ScenarioStep at(int beat, String type, String name) {
        return new ScenarioStep(beat, type, name);
    }
}
