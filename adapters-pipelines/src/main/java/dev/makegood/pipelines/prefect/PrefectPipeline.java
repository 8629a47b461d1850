package dev.makegood.pipelines.prefect;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.Endpoint;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.httpclient.PathSegments;
import dev.makegood.pipelines.RunCreation;
import dev.makegood.pipelines.prefect.PrefectDeployment.KnownParameters;
import dev.makegood.pipelines.prefect.PrefectDeployment.UnknownParameters;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a deployment of a Prefect server or of Prefect Cloud.
 *
 * <p>An order becomes a run with an idempotency key of project and attempt, which Prefect never
 * forgets: sending it again finds the same run.
 */
public final class PrefectPipeline implements Pipeline {

    /**
     * Where it is, what lets us in, and what is run there.
     *
     * @param baseUrl {@code PREFECT_API_URL}, up to {@code /api} or the workspace
     * @param credential a Bearer key for Prefect Cloud, a Basic pair for one's own server, or none
     * @param deploymentId the id of the deployment
     * @param parameters the parameters that its flow takes; empty to read them from the deployment's own schema
     */
    public record PrefectSettings(URI baseUrl, Credential credential, String deploymentId,
            List<String> parameters, HttpTimeouts timeouts) {

        public PrefectSettings {
            parameters = List.copyOf(parameters);
            if (!PathSegments.isSafe(deploymentId)) {
                throw new IllegalArgumentException("not the id of a deployment: " + deploymentId
                        + "; one is 1 to 200 letters, digits, _ and -");
            }
        }

        /** The usual settings for this deployment. */
        public static PrefectSettings of(
                URI baseUrl, Credential credential, String deploymentId) {
            return new PrefectSettings(baseUrl, credential, deploymentId, List.of(),
                    HttpTimeouts.DEFAULT);
        }

        /** The same with these parameters, whatever the deployment's schema says. */
        public PrefectSettings withParameters(List<String> names) {
            return new PrefectSettings(baseUrl, credential, deploymentId, names, timeouts);
        }

        public PrefectSettings with(HttpTimeouts other) {
            return new PrefectSettings(baseUrl, credential, deploymentId, parameters, other);
        }
    }

    private static final String NAME = "Prefect";
    private static final Duration IN_FLIGHT_MAX = Duration.ofMinutes(5);
    private static final JsonNode CANCELLING_STATE =
            new JsonMapper().readTree("{\"state\":{\"type\":\"CANCELLING\"},\"force\":false}");

    private final JsonClient client;
    private final RunCreation runCreation;
    private final List<String> listedParameters;
    private final PrefectDeployment deployment;
    private final InstantSource clock;

    public PrefectPipeline(PrefectSettings settings, InstantSource clock) {
        this.client = new JsonClient(
                Endpoint.of(settings.baseUrl(), settings.credential(), settings.timeouts()));
        this.runCreation = new RunCreation(NAME, client, settings.credential());
        this.listedParameters = settings.parameters();
        this.deployment = new PrefectDeployment(settings.deploymentId(), runCreation, clock);
        this.clock = clock;
    }

    @Override
    public StartResult start(RunRequest request) {
        var body = new PrefectRequest(request);
        return switch (createRun(body)) {
            case Started started -> started;
            case Unknown unknown -> unknown;
            case Rejected noRun when request.repeated() -> findEarlierRun(body, noRun);
            case NotStarted noRun when request.repeated() -> findEarlierRun(body, noRun);
            case Rejected noRun -> noRun;
            case NotStarted noRun -> noRun;
        };
    }

    private StartResult createRun(PrefectRequest body) {
        var parameters = listedParameters.isEmpty() ? deployment.parameters()
                : new KnownParameters(PrefectParameters.listed(listedParameters), true);
        return switch (parameters) {
            case UnknownParameters unknown -> unknown.noRun();
            case KnownParameters known -> rereadIfRefused(body, known, createRun(body, known));
        };
    }

    /** A flow that was deployed anew may have been refused what it took before. */
    private StartResult rereadIfRefused(
            PrefectRequest body, KnownParameters sent, StartResult result) {
        return result instanceof Rejected
                && !sent.fresh()
                && deployment.readParameters() instanceof KnownParameters now
                && !now.parameters().equals(sent.parameters()) ? createRun(body, now) : result;
    }

    private StartResult createRun(PrefectRequest body, KnownParameters known) {
        return runCreation.create(deployment.path() + "/create_flow_run",
                body.toJson(known.parameters()));
    }

    /** This request made no run, but an earlier one may have: only the list of runs can tell. */
    private StartResult findEarlierRun(PrefectRequest body, StartResult otherwise) {
        return switch (client.post("/flow_runs/filter", body.runFilter())) {
            case JsonResponse response when response.isSuccess() && response.body().isArray() ->
                    response.body().isEmpty()
                            ? onceNothingIsInFlight(otherwise, body)
                            : runCreation.startedResult(response.body().get(0));
            case ApiResult result -> runCreation.unknownResult(result);
        };
    }

    /** For a while, what was sent earlier may still be on its way. */
    private StartResult onceNothingIsInFlight(StartResult result, PrefectRequest body) {
        return clock.instant().isBefore(body.request().sentAt().plus(IN_FLIGHT_MAX))
                ? new Unknown("an earlier request for the same run may still arrive")
                : result;
    }

    @Override
    public RunPollResult poll(Run run) {
        return switch (fetchRun(run)) {
            case JsonResponse response when response.isSuccess() && isSameRun(run, response) ->
                    new PrefectRunState(response.body().path("state")).pollResult(run.id(),
                            clock.instant());
            case ApiResult result -> runCreation.unknownResult(result);
        };
    }

    @Override
    public CancelResult cancel(Run run) {
        return switch (client.post(runPath(run) + "/set_state", CANCELLING_STATE)) {
            case JsonResponse response when response.isSuccess() && isAccepted(response) ->
                    new PrefectRunState(response.body().path("state")).cancelResult();
            case JsonResponse response when response.isSuccess() -> cancelResultByState(run);
            case ApiResult result -> runCreation.unknownResult(result);
        };
    }

    /** A refusal is a 200 too. */
    private static boolean isAccepted(JsonResponse response) {
        return response.body().path("status").stringValue("").equals("ACCEPT");
    }

    private CancelResult cancelResultByState(Run run) {
        return switch (fetchRun(run)) {
            case JsonResponse response when response.isSuccess() && isSameRun(run, response) ->
                    new PrefectRunState(response.body().path("state")).cancelResult();
            case ApiResult result -> runCreation.unknownResult(result);
        };
    }

    private ApiResult fetchRun(Run run) {
        return client.get(runPath(run));
    }

    private static String runPath(Run run) {
        return "/flow_runs/" + run.id();
    }

    private static boolean isSameRun(Run run, JsonResponse response) {
        return response.body().path("id").stringValue("").equals(run.id().value());
    }
}
