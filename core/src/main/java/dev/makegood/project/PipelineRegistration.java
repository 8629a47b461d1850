package dev.makegood.project;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline, the name that projects record, and how long its runs may take.
 *
 * @param deadline after which a run that did not report is polled
 * @param hardLimit after which a run fails without a definite answer; null if only a definite
 *        answer ends it
 */
public record PipelineRegistration(String name, Pipeline pipeline, Duration deadline,
        @Nullable Duration hardLimit) {

    private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(15);

    /** A pipeline whose runs are polled after 15 minutes and have no hard limit. */
    public static PipelineRegistration of(String name, Pipeline pipeline) {
        return new PipelineRegistration(name, pipeline, DEFAULT_DEADLINE, null);
    }

    /** Tells whether the operator's limit has passed for something that began this long ago. */
    boolean isPastHardLimit(Duration elapsed) {
        return hardLimit != null && elapsed.compareTo(hardLimit) >= 0;
    }
}
