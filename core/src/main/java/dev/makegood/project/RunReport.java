package dev.makegood.project;

import dev.makegood.store.Microseconds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pipeline says about the end of a run; without a run id it is about the current one. */
public sealed interface RunReport {

    @Nullable
    RunId run();

    Instant at();

    /** Which attempt it is about; null if its pipeline does not say. */
    @Nullable
    Integer attempt();

    /** Tells whether this names a run or an attempt, and another one than the project's current. */
    default boolean isAboutAnotherRunThan(Project.Processing project) {
        return isAboutAnotherRunThan(project.run()) || isAboutAnotherAttemptThan(project);
    }

    /** Tells whether both runs are named, and are not the same. */
    default boolean isAboutAnotherRunThan(@Nullable RunId other) {
        return run() != null && other != null && !other.equals(run());
    }

    default boolean isAboutAnotherAttemptThan(Project.Funded project) {
        return attempt() != null && attempt() != project.attempt();
    }

    /**
     * The run did what was asked.
     *
     * @param result where or what it made; empty if the pipeline did not say
     * @param actualCredits what it really cost, in whole credits; null if it is not metered
     */
    record RunSucceeded(@Nullable RunId run, @Nullable Integer attempt, String result,
            @Nullable Long actualCredits, Instant at) implements RunReport {

        /** Of the current attempt, or of the run's. */
        public RunSucceeded(
                @Nullable RunId run, String result, @Nullable Long actualCredits, Instant at) {
            this(run, null, result, actualCredits, at);
        }

        public RunSucceeded {
            result = PipelineText.clean(result);
            at = Microseconds.floor(at);
            if (actualCredits != null && actualCredits < 0) {
                throw new IllegalArgumentException(
                        "actualCredits must not be negative: " + actualCredits);
            }
        }
    }

    /** The run ended without doing it. */
    record RunFailed(@Nullable RunId run, @Nullable Integer attempt, Failure failure, Instant at)
            implements RunReport {

        /** Of the current attempt, or of the run's. */
        public RunFailed(@Nullable RunId run, Failure failure, Instant at) {
            this(run, null, failure, at);
        }

        public RunFailed {
            failure = failure.redacted();
            at = Microseconds.floor(at);
        }
    }
}
