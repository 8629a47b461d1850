package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pipeline reports at the end of a run. It reports only once, so only project and status must be valid:
 * unknown fields are ignored, and so are other fields with invalid values.
 *
 * @param projectId our id of the project, or the pipeline's id of the run
 * @param message as text, also where another type was sent
 */
public record ReportRequest(String projectId, boolean isCompleted, String message, String result,
        @Nullable Long actualCredits, @Nullable RunId run, @Nullable Integer attempt) {

    private static final int ID_MAX = 200;
    private static final Pattern ATTEMPT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final double COST_MAX = 1e18;

    public static ReportRequest of(Fields fields) {
        var project = fields.text("projectId", ID_MAX);
        var status = fields.text("status", ID_MAX);
        fields.requireMatch("status", status, s -> s.equals("completed") || s.equals("failed"),
                "must be completed or failed");
        fields.throwIfInvalidIgnoringUnknown();
        return new ReportRequest(project, status.equals("completed"),
                text(fields.value("errorMessage")), text(fields.value("result")),
                credits(fields.value("actualCredits")), run(fields.value("runId")),
                attempt(fields.value("attempt")));
    }

    /** The report, about the run it names, or else the run that its project was found by. */
    public RunReport toRunReport(Instant now, @Nullable RunId foundBy) {
        var subjectRun = run == null ? foundBy : run;
        return isCompleted
                ? new RunReport.RunSucceeded(subjectRun, attempt, result, actualCredits, now)
                : new RunReport.RunFailed(subjectRun, attempt,
                        new Failure(FailureReason.PIPELINE_ERROR, message), now);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    private static @Nullable RunId run(@Nullable JsonNode value) {
        return value != null && value.isString() && RunId.isValid(value.stringValue())
                ? new RunId(value.stringValue())
                : null;
    }

    /** A number, or the text of one: flows have got it as text. */
    private static @Nullable Integer attempt(@Nullable JsonNode value) {
        return value != null && ATTEMPT.matcher(text(value)).matches()
                ? Integer.valueOf(text(value))
                : null;
    }

    /** Whole credits, rounded up like a price. */
    private static @Nullable Long credits(@Nullable JsonNode value) {
        if (value == null || !value.isNumber() || !Double.isFinite(value.asDouble())) {
            return null;
        }
        var cost = value.asDouble() < COST_MAX ? value.decimalValue()
                : BigDecimal.valueOf(Long.MAX_VALUE);
        return cost.signum() < 0 ? null : cost.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
