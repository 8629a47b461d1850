package dev.makegood.pipelines.prefect;

import dev.makegood.httpclient.ErrorText;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.CancelResult;
import dev.makegood.project.Pipeline.RunCancelled;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.RunPollResult;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import java.time.Instant;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The state of a flow run; only its type decides, because its name is free text. */
record PrefectRunState(JsonNode state) {

    private static final int TYPE_CHARACTERS_MAX = 40;

    private String type() {
        return state.path("type").stringValue("");
    }

    /** What the state says about the end of the run. */
    RunPollResult pollResult(RunId run, Instant now) {
        return switch (type()) {
            case "COMPLETED" -> new RunEnded(new RunSucceeded(run, "", null, now));
            case "FAILED" -> endedResult(run, FailureReason.PIPELINE_ERROR, "the flow failed", now);
            case "CRASHED" ->
                    endedResult(run, FailureReason.PIPELINE_ERROR, "the flow crashed", now);
            case "CANCELLED" ->
                    endedResult(run, FailureReason.CANCELLED, "the flow was cancelled", now);
            case "SCHEDULED", "PENDING", "RUNNING", "PAUSED", "CANCELLING" -> new StillRunning();
            default -> new Unknown("Prefect shows a state of the run that we do not know: "
                    + ErrorText.of(type(), UnaryOperator.identity(), TYPE_CHARACTERS_MAX));
        };
    }

    private RunEnded endedResult(
            RunId run, FailureReason reason, String defaultMessage, Instant now) {
        var message = state.path("message").stringValue("");
        return new RunEnded(new RunFailed(run,
                new Failure(reason, message.isBlank() ? defaultMessage : message), now));
    }

    /** What the state says after a cancellation was requested; cancelling is not cancelled. */
    CancelResult cancelResult() {
        return switch (type()) {
            case "CANCELLED" -> new RunCancelled();
            case "COMPLETED", "FAILED", "CRASHED" -> new TooLate();
            default -> new Unknown("the run has not stopped yet");
        };
    }
}
