package dev.makegood.pipelines.superduperai;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.RunPollResult;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far a project there is, by its three main tasks, since it has no status of its own.
 *
 * <p>A task that was run again is listed twice; the later one counts. Types and statuses that we do
 * not know say nothing about the end.
 */
record SuperDuperAiProgress(Map<String, String> statuses) {

    private static final List<String> MAIN_FLOWS =
            List.of("txt2script-flow", "script2entities-flow", "script2storyboard-flow");

    static SuperDuperAiProgress of(JsonNode tasks) {
        var statuses = new HashMap<String, String>();
        tasks.values()
                .forEach(task -> statuses.put(
                        task.path("type").stringValue(""), task.path("status").stringValue("")));
        return new SuperDuperAiProgress(Map.copyOf(statuses));
    }

    RunPollResult pollResult(RunId run, Instant now) {
        var failedFlow = MAIN_FLOWS.stream().filter(flow -> hasStatus(flow, "error")).findFirst();
        if (failedFlow.isPresent()) {
            return new RunEnded(new RunFailed(run, failureOf(failedFlow.get()), now));
        }
        return MAIN_FLOWS.stream().allMatch(flow -> hasStatus(flow, "completed"))
                ? new RunEnded(new RunSucceeded(run, "", null, now))
                : new StillRunning();
    }

    private boolean hasStatus(String flow, String status) {
        return status.equals(statuses.get(flow));
    }

    private static Failure failureOf(String flow) {
        return new Failure(FailureReason.PIPELINE_ERROR, flow + " ended with an error");
    }
}
