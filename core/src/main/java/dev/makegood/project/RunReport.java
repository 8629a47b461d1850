package dev.makegood.project;

import dev.makegood.store.Microseconds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pipeline says about the end of a run; without a run id it is about the current one. */
public sealed interface RunReport {

    @Nullable
    RunId run();

    Instant at();

    /** Tells whether this names a run, and another one than the project's current. */
    default boolean isAboutAnotherRunThan(Project.Processing project) {
        return run() != null && !project.run().equals(run());
    }

    /**
     * The run did what was asked.
     *
     * @param result where or what it made; empty if the pipeline did not say
     * @param actualCredits what it really cost, in whole credits; null if it is not metered
     */
    record RunSucceeded(@Nullable RunId run, String result, @Nullable Long actualCredits,
            Instant at) implements RunReport {

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
    record RunFailed(@Nullable RunId run, Failure failure, Instant at) implements RunReport {

        public RunFailed {
            at = Microseconds.floor(at);
        }
    }
}
