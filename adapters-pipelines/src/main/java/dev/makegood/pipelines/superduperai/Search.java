package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.Heard.Said;
import dev.makegood.pipelines.Line;
import dev.makegood.pipelines.Sending;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Start;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks for the project that an earlier sending may have made, since its answer was lost.
 *
 * <p>The newest come first, back to a little before we sent; of several with our mark the oldest is
 * taken, so that every search finds the same one. The list may lag behind: that it lacks ours is
 * believed only some time after the sending.
 */
record Search(Line line, Sending sending, InstantSource clock, Duration absenceBelievedAfter) {

    private static final String LIST =
            "/api/v1/project?order_by=created_at&order=descendent&limit=50&offset=";
    private static final Duration EARLIER = Duration.ofMinutes(2);
    private static final int PROJECTS_MAX = 5_000;

    Start lookFor(RunOrder order) {
        var asked = clock.instant();
        var found = Optional.<JsonNode>empty();
        int offset = 0;
        while (offset < PROJECTS_MAX) {
            var heard = line.get(LIST + offset);
            if (!(heard instanceof Said said && isList(said))) {
                return sending.unknown(heard);
            }
            var page = new Page(said.body(), offset);
            var older = page.oldestWith(Mark.of(order));
            found = older.isPresent() ? older : found;
            if (page.isLastSince(order.sentAt().minus(EARLIER))) {
                return verdict(found, order, asked);
            }
            offset = page.nextOffset();
        }
        return new Unknown("there are too many projects to look through");
    }

    private static boolean isList(Said said) {
        return said.isFine() && said.body().path("items").isArray();
    }

    private Start verdict(Optional<JsonNode> found, RunOrder order, Instant asked) {
        if (found.isPresent()) {
            return sending.started(found.get());
        }
        return asked.isBefore(order.sentAt().plus(absenceBelievedAfter))
                ? new Unknown("not in the list of projects yet")
                : new NotStarted("it never came to be in the list of projects");
    }
}
