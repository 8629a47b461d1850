package dev.makegood.pipelines.superduperai;

import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.pipelines.RunCreation;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.StartResult;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks for the project that an earlier request may have made, since its response was lost.
 *
 * <p>The newest come first, back to a little before the request; of several with our seed the oldest
 * is taken, so that every search finds the same one. The list may lag behind: that it lacks ours is
 * trusted only some time after the request.
 */
record SuperDuperAiSearch(JsonClient client, RunCreation runCreation, InstantSource clock,
        Duration absenceTrustedAfter) {

    private static final String LIST_PATH =
            "/api/v1/project?order_by=created_at&order=descendent&limit=50&offset=";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final int PROJECTS_MAX = 5_000;

    StartResult findRun(RunRequest request) {
        var searchedAt = clock.instant();
        var found = Optional.<JsonNode>empty();
        int offset = 0;
        while (offset < PROJECTS_MAX) {
            var result = client.get(LIST_PATH + offset);
            if (!(result instanceof JsonResponse response && isList(response))) {
                return runCreation.unknownResult(result);
            }
            var page = new SuperDuperAiPage(response.body(), offset);
            var older = page.findOldest(SuperDuperAiSeed.of(request));
            found = older.isPresent() ? older : found;
            if (page.isLastSince(request.sentAt().minus(CLOCK_SKEW))) {
                return startResult(found, request, searchedAt);
            }
            offset = page.nextOffset();
        }
        return new Unknown("more than " + PROJECTS_MAX + " projects are newer than the request");
    }

    private static boolean isList(JsonResponse response) {
        return response.isSuccess() && response.body().path("items").isArray();
    }

    private StartResult startResult(
            Optional<JsonNode> found, RunRequest request, Instant searchedAt) {
        if (found.isPresent()) {
            return runCreation.startedResult(found.get());
        }
        return searchedAt.isBefore(request.sentAt().plus(absenceTrustedAfter))
                ? new Unknown("the project is not in the list yet")
                : new NotStarted("the project is not in the list, "
                        + absenceTrustedAfter.toMinutes() + " minutes after the request");
    }
}
