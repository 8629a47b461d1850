package dev.makegood.server.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a pipeline may take.
 *
 * @param callTimeout how long one call to it waits for an answer
 * @param deadline after which a run that did not report is polled
 * @param hardLimit after which a project fails without an answer; null if only a definite answer ends it
 */
public record PipelineDeadlines(Duration callTimeout, Duration deadline,
        @Nullable Duration hardLimit) {

    /** Less than the lease of a task, so that no other server claims the task meanwhile. */
    private static final Duration CALL_TIMEOUT_MAX = Duration.ofSeconds(60);

    static PipelineDeadlines read(SettingsReader reader, String pipeline) {
        var callTimeout = reader.duration(pipeline + "_TIMEOUT").orElse(Duration.ofSeconds(20));
        if (!callTimeout.isPositive() || callTimeout.compareTo(CALL_TIMEOUT_MAX) > 0) {
            throw new InvalidSetting(pipeline + "_TIMEOUT",
                    "must be more than 0 s and at most 60 s");
        }
        return new PipelineDeadlines(callTimeout,
                reader.duration(pipeline + "_DEADLINE").orElse(Duration.ofMinutes(15)),
                reader.duration(pipeline + "_HARD_LIMIT").orElse(null));
    }
}
