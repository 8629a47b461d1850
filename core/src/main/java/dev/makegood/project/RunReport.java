package dev.makegood.project;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    record Succeeded(@Nullable RunId run, String result, @Nullable Long actualCredits, Instant at)
            implements RunReport {

        public Succeeded {
            result = Message.clean(result);
            at = at.truncatedTo(ChronoUnit.MICROS);
            if (actualCredits != null && actualCredits < 0) {
                throw new IllegalArgumentException("a run cannot cost " + actualCredits);
            }
        }
    }

    /** The run ended without doing it. */
    record Broke(@Nullable RunId run, Failure why, Instant at) implements RunReport {

        public Broke {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
