package dev.makegood.pipelines.superduperai;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.Look;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far a project there is, by its three main tasks, since it has no status of its own.
 *
 * <p>A task that was run again stands there twice; the later one counts. Types and statuses that we
 * do not know say nothing about the end.
 */
record Progress(Map<String, String> statuses) {

    private static final List<String> MAIN =
            List.of("txt2script-flow", "script2entities-flow", "script2storyboard-flow");

    static Progress of(JsonNode tasks) {
        var statuses = new HashMap<String, String>();
        tasks.values()
                .forEach(task -> statuses.put(
                        task.path("type").stringValue(""), task.path("status").stringValue("")));
        return new Progress(Map.copyOf(statuses));
    }

    Look look(RunId run, Instant now) {
        var broken = MAIN.stream().filter(flow -> is(flow, "error")).findFirst();
        if (broken.isPresent()) {
            return new Seen(new Broke(run, failureOf(broken.get()), now));
        }
        return MAIN.stream().allMatch(flow -> is(flow, "completed"))
                ? new Seen(new Succeeded(run, "", null, now))
                : new StillRunning();
    }

    private boolean is(String flow, String status) {
        return status.equals(statuses.get(flow));
    }

    private static Failure failureOf(String flow) {
        return new Failure(FailureReason.PIPELINE_ERROR, flow + " ended with an error");
    }
}
