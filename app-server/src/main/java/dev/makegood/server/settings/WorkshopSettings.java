package dev.makegood.server.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a pipeline may take.
 *
 * @param patience how long one call to it waits for an answer
 * @param deadline after which a run that did not report is asked about
 * @param hardLimit after which it failed whatever anybody says; null if only a definite answer ends it
 */
public record WorkshopSettings(Duration patience, Duration deadline, @Nullable Duration hardLimit) {

    /** Less than the lease of a task, so that nobody else takes the task meanwhile. */
    private static final Duration PATIENCE_MAX = Duration.ofSeconds(60);

    static WorkshopSettings read(Reading reading, String pipeline) {
        var patience = reading.duration(pipeline + "_PATIENCE").orElse(Duration.ofSeconds(20));
        if (!patience.isPositive() || patience.compareTo(PATIENCE_MAX) > 0) {
            throw new WrongSetting(pipeline + "_PATIENCE", "is more than 0 s and at most 60 s");
        }
        return new WorkshopSettings(patience,
                reading.duration(pipeline + "_DEADLINE").orElse(Duration.ofMinutes(15)),
                reading.duration(pipeline + "_HARD_LIMIT").orElse(null));
    }
}
