package dev.makegood.pipelines.prefect;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.Cancellation;
import dev.makegood.project.Pipeline.Cancelled;
import dev.makegood.project.Pipeline.Look;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** The state of a flow run; only its type decides, because its name is free text. */
record FlowState(JsonNode json) {

    private String type() {
        return json.path("type").stringValue("");
    }

    /** What the state says about the end of the run. */
    Look look(RunId run, Instant now) {
        return switch (type()) {
            case "COMPLETED" -> new Seen(new Succeeded(run, "", null, now));
            case "FAILED" -> broke(run, FailureReason.PIPELINE_ERROR, "the flow failed", now);
            case "CRASHED" -> broke(run, FailureReason.PIPELINE_ERROR, "the flow crashed", now);
            case "CANCELLED" -> broke(run, FailureReason.CANCELLED, "the flow was cancelled", now);
            case "SCHEDULED", "PENDING", "RUNNING", "PAUSED", "CANCELLING" -> new StillRunning();
            default -> new Unknown("Prefect shows a state that we do not know");
        };
    }

    private Seen broke(RunId run, FailureReason why, String otherwise, Instant now) {
        var said = json.path("message").stringValue("");
        return new Seen(new Broke(run, new Failure(why, said.isBlank() ? otherwise : said), now));
    }

    /** What the state says after a cancellation was asked for; cancelling is not cancelled. */
    Cancellation cancellation() {
        return switch (type()) {
            case "CANCELLED" -> new Cancelled();
            case "COMPLETED", "FAILED", "CRASHED" -> new TooLate();
            default -> new Unknown("the run has not stopped yet");
        };
    }
}
