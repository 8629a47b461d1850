package dev.makegood.project;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline under the name that projects keep, and how long its runs may take.
 *
 * @param deadline after which a run that did not report is asked about
 * @param hardLimit after which it has failed whatever anybody says; null if only a definite answer ends it
 */
public record Workshop(String name, Pipeline pipeline, Duration deadline,
        @Nullable Duration hardLimit) {

    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(15);

    /** A pipeline whose runs are asked about after a quarter of an hour, and never given up. */
    public static Workshop of(String name, Pipeline pipeline) {
        return new Workshop(name, pipeline, USUAL_DEADLINE, null);
    }

    /** Tells whether the operator's limit has passed for something that began so long ago. */
    boolean hasGivenUpAfter(Duration since) {
        return hardLimit != null && since.compareTo(hardLimit) >= 0;
    }
}
