package dev.makegood.http;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pipeline reports at the end of a run. It will not say it again, so it is not refused for its looks:
 * unknown fields are ignored, and what makes no sense beside project and status is as if it were not there.
 *
 * @param projectId ours, or the pipeline's own id of the run
 * @param message of whatever type it was, as text
 */
record ReportWish(String projectId, boolean completed, String message, String result,
        @Nullable Long actualCredits, @Nullable RunId run) {

    private static final int ID_MAX = 200;
    private static final double NO_RUN_COSTS_THAT = 1e18;

    static ReportWish of(Fields fields) {
        var project = fields.text("projectId", ID_MAX);
        var status = fields.text("status", ID_MAX);
        fields.expect("status", status, s -> s.equals("completed") || s.equals("failed"),
                "must be completed or failed");
        fields.checkAsked();
        return new ReportWish(project, status.equals("completed"), text(fields.any("errorMessage")),
                text(fields.any("result")), credits(fields.any("actualCredits")),
                run(fields.any("runId")));
    }

    /** The report, about the run it names, or else about the one it was found by. */
    RunReport at(Instant now, @Nullable RunId foundBy) {
        var about = run == null ? foundBy : run;
        return completed ? new RunReport.Succeeded(about, result, actualCredits, now)
                : new RunReport.Broke(about, new Failure(FailureReason.PIPELINE_ERROR, message),
                        now);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    private static @Nullable RunId run(@Nullable JsonNode value) {
        return value != null && value.isString() && RunId.isValid(value.stringValue())
                ? new RunId(value.stringValue())
                : null;
    }

    /** Whole credits, rounded up as a price is. */
    private static @Nullable Long credits(@Nullable JsonNode value) {
        if (value == null || !value.isNumber() || !Double.isFinite(value.asDouble())) {
            return null;
        }
        var cost = value.asDouble() < NO_RUN_COSTS_THAT ? value.decimalValue()
                : BigDecimal.valueOf(Long.MAX_VALUE);
        return cost.signum() < 0 ? null : cost.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
