package dev.makegood.pipelines.superduperai;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.Endpoint;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.pipelines.RunCreation;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes films with SuperDuperAI.
 *
 * <p>An order is one {@code POST /project/video}. One that is repeated is only searched for, by its
 * {@link SuperDuperAiSeed}, never sent again by itself. How a run is doing is derived from its
 * tasks. A run there cannot be cancelled.
 */
public final class SuperDuperAiPipeline implements Pipeline {

    /**
     * Where it is, what lets us in, and how long we wait.
     *
     * @param absenceTrustedAfter how long after a request its absence from the list is trusted
     */
    public record SuperDuperAiSettings(URI baseUrl, Credential credential, HttpTimeouts timeouts,
            Duration absenceTrustedAfter) {

        private static final Duration ABSENCE_TRUSTED_AFTER = Duration.ofMinutes(5);

        /** The usual settings for this address and token. */
        public static SuperDuperAiSettings of(URI baseUrl, String token) {
            return new SuperDuperAiSettings(baseUrl, Credential.bearer(token), HttpTimeouts.DEFAULT,
                    ABSENCE_TRUSTED_AFTER);
        }
    }

    private static final String NAME = "SuperDuperAI";

    private final JsonClient client;
    private final RunCreation runCreation;
    private final SuperDuperAiSearch search;
    private final InstantSource clock;

    public SuperDuperAiPipeline(SuperDuperAiSettings settings, InstantSource clock) {
        this.client = new JsonClient(
                Endpoint.of(settings.baseUrl(), settings.credential(), settings.timeouts()));
        this.runCreation = new RunCreation(NAME, client, settings.credential());
        this.search = new SuperDuperAiSearch(client, runCreation, clock,
                settings.absenceTrustedAfter());
        this.clock = clock;
    }

    @Override
    public StartResult start(RunRequest request) {
        return request.repeated()
                ? search.findRun(request)
                : runCreation.create("/api/v1/project/video",
                        new SuperDuperAiRequest(request.order(), SuperDuperAiSeed.of(request))
                                .toJson());
    }

    @Override
    public RunPollResult poll(Run run) {
        var id = run.id().value();
        return switch (client.get("/api/v1/project/" + id)) {
            case JsonResponse response when response.isSuccess()
                    && isRequestedProject(response, id) ->
                    SuperDuperAiProgress.of(response.body().path("tasks"))
                            .pollResult(run.id(), clock.instant());
            case ApiResult result -> runCreation.unknownResult(result);
        };
    }

    private static boolean isRequestedProject(JsonResponse response, String id) {
        return response.body().path("id").stringValue("").equals(id)
                && response.body().path("tasks").isArray();
    }

    @Override
    public CancelResult cancel(Run run) {
        return new Unsupported();
    }
}
