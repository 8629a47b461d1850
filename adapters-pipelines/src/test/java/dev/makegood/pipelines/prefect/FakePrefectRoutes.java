package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.FakePipelineResponse;
import dev.makegood.pipelines.FakePipelineServer;
import dev.makegood.pipelines.FakeScheduler;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake responds with to each call, in the shapes of a Prefect server. */
record FakePrefectRoutes(Map<String, FakePrefectDeployment> deployments, FakePrefectRuns runs,
        FakePrefectWorker worker, FakeScheduler scheduler, Predicate<String> authorizes,
        AtomicInteger deploymentReads) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final FakePipelineResponse OK =
            FakePipelineResponse.of(200, "{\"message\":\"OK\"}");

    void open(RoutesConfig routes, FakePipelineServer server, String prefix) {
        routes.get(prefix + "/health",
                server.route(context -> FakePipelineResponse.of(200, "true")));
        routes.get(prefix + "/ready", server.route(context -> OK));
        routes.get(prefix + "/version",
                authenticatedRoute(server, context -> FakePipelineResponse.of(200, "\"3.8.4\"")));
        routes.get(prefix + "/deployments/name/{flow}/{name}",
                authenticatedRoute(server, this::deploymentByName));
        routes.get(prefix + "/deployments/{id}",
                authenticatedRoute(server,
                        deployment(this::readDeployment)));
        routes.post(prefix + "/deployments/{id}/create_flow_run",
                authenticatedRoute(server, deployment(this::create)));
        routes.get(prefix + "/flow_runs/{id}",
                authenticatedRoute(server,
                        run((context, found) -> FakePipelineResponse.ok(found))));
        routes.post(prefix + "/flow_runs/filter", authenticatedRoute(server, this::filter));
        routes.post(prefix + "/flow_runs/{id}/set_state",
                authenticatedRoute(server, run(this::setState)));
        routes.get(prefix + "/flow_run_states", authenticatedRoute(server, this::history));
    }

    private Handler authenticatedRoute(
            FakePipelineServer server, Function<Context, FakePipelineResponse> work) {
        return server.route(context -> isAuthorized(context)
                ? work.apply(context)
                : FakePipelineResponse.of(401, "{\"exception_message\":\"Unauthorized\"}"));
    }

    private boolean isAuthorized(Context context) {
        return authorizes.test(String.valueOf(context.header("Authorization")));
    }

    private Function<Context, FakePipelineResponse> deployment(
            BiFunction<Context, FakePrefectDeployment, FakePipelineResponse> work) {
        return context -> Optional.ofNullable(deployments.get(context.pathParam("id")))
                .map(found -> work.apply(context, found))
                .orElseGet(() -> FakePipelineResponse.detail(404, "Deployment not found"));
    }

    private Function<Context, FakePipelineResponse> run(
            BiFunction<Context, ObjectNode, FakePipelineResponse> work) {
        return context -> runs.find(context.pathParam("id"))
                .map(found -> work.apply(context, found))
                .orElseGet(() -> FakePipelineResponse.detail(404, "Flow run not found"));
    }

    private FakePipelineResponse readDeployment(Context context, FakePrefectDeployment found) {
        deploymentReads.incrementAndGet();
        return FakePipelineResponse.ok(found.toJson());
    }

    private FakePipelineResponse deploymentByName(Context context) {
        return deployments.values()
                .stream()
                .filter(one -> one.flow().equals(context.pathParam("flow")))
                .filter(one -> one.name().equals(context.pathParam("name")))
                .findFirst()
                .map(found -> FakePipelineResponse.ok(found.toJson()))
                .orElseGet(() -> FakePipelineResponse.of(404,
                        "{\"exception_message\":\"Not found\"}"));
    }

    private FakePipelineResponse create(Context context, FakePrefectDeployment deployment) {
        var request = body(context);
        var parameters = request.path("parameters");
        if (!request.isObject() || !(parameters.isMissingNode() || parameters.isObject())) {
            return invalid("parameters", "Input should be a valid dictionary", "dict_type");
        }
        return invalidField(FakePrefectFields.CREATE_RUN, request)
                .orElseGet(() -> create(deployment, request, parameters));
    }

    private FakePipelineResponse create(
            FakePrefectDeployment deployment, JsonNode request, JsonNode parameters) {
        return deployment.signature()
                .findSchemaProblem(parameters)
                .map(problem -> FakePipelineResponse.detail(409, problem))
                .orElseGet(() -> creationResponse(deployment,
                        runs.findOrCreate(deployment, request, scheduler.now())));
    }

    private FakePipelineResponse creationResponse(
            FakePrefectDeployment deployment, FakePrefectRuns.FoundOrCreatedRun result) {
        if (result.isNew()) {
            deployment.signature()
                    .findCallProblem(result.run().path("parameters"))
                    .ifPresentOrElse(problem -> worker.playMismatch(result.run(), problem),
                            () -> worker.play(result.run()));
        }
        return new FakePipelineResponse(result.isNew() ? 201 : 200, result.run());
    }

    private FakePipelineResponse filter(Context context) {
        var filter = new FakePrefectFilter(body(context));
        if (filter.exceedsLimit()) {
            return invalid("limit", "Input should be less than or equal to 200",
                    "less_than_equal");
        }
        return invalidField(FakePrefectFields.FILTER_RUNS, filter.request())
                .orElseGet(() -> FakePipelineResponse.ok(filter.apply(runs.all())));
    }

    private FakePipelineResponse setState(Context context, ObjectNode run) {
        var request = body(context);
        var force = request.path("force").asBoolean(false);
        if (!request.at("/state/type").isString()) {
            return invalid("state", "Field required", "missing");
        }
        return invalidField(FakePrefectFields.SET_STATE, request)
                .orElseGet(() -> new FakePrefectOrchestration(runs, worker, scheduler).propose(run,
                        request.path("state"), force));
    }

    private static Optional<FakePipelineResponse> invalidField(
            FakePrefectFields fields, JsonNode body) {
        return fields.findUnknown(body)
                .map(path -> invalid(path, "Extra inputs are not permitted", "extra_forbidden"));
    }

    private FakePipelineResponse history(Context context) {
        var states = JSON.createArrayNode();
        states.addAll(runs.historyOf(String.valueOf(context.queryParam("flow_run_id"))));
        return FakePipelineResponse.ok(states);
    }

    private static FakePipelineResponse invalid(String field, String message, String type) {
        return FakePipelineResponse.of(422, """
                {"exception_message":"Invalid request received.",
                 "exception_detail":[{"loc":["body","%s"],"msg":"%s","type":"%s"}],
                 "request_body":null}""".formatted(field, message, type));
    }

    private static JsonNode body(Context context) {
        try {
            return JSON.readTree(context.bodyAsBytes());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
