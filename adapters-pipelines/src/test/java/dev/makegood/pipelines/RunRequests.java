package dev.makegood.pipelines;

import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Requests as core makes them of a pipeline. */
public final class RunRequests {

    private RunRequests() {}

    /** The first request for a film of this number. */
    public static RunRequest film(long number, String prompt, Instant at, String... multipliers) {
        return film(number, new Order(Operation.of("story-editor", "project-video", multipliers),
                prompt, Map.of("aspectRatio", "9:16"), "{}"), at);
    }

    public static RunRequest film(long number, Order order, Instant at) {
        return new RunRequest(new ProjectId(new UUID(number, 7)), 1, order, at, false);
    }

    public static RunRequest repeated(RunRequest request) {
        return new RunRequest(request.id(), request.attempt(), request.order(), request.sentAt(),
                true);
    }

    /** The same attempt, requested again after nothing of it had arrived. */
    public static RunRequest resentAt(RunRequest request, Instant at) {
        return new RunRequest(request.id(), request.attempt(), request.order(), at, false);
    }

    public static Run run(RunRequest request, RunId id) {
        return new Run(request.id(), request.attempt(), id, request.sentAt());
    }
}
