package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Answer;
import dev.makegood.pipelines.Stage;
import dev.makegood.pipelines.Worker;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the fake answers to each call, in the shapes of a Prefect server. */
record PrefectApi(Map<String, Deployment> deployments, Runs runs, Actors actors, Worker worker,
        Predicate<String> letsIn) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Answer OK = Answer.of(200, "{\"message\":\"OK\"}");

    void open(RoutesConfig routes, Stage stage, String prefix) {
        routes.get(prefix + "/health", stage.plays(context -> Answer.of(200, "true")));
        routes.get(prefix + "/ready", stage.plays(context -> OK));
        routes.get(prefix + "/version", known(stage, context -> Answer.of(200, "\"3.8.4\"")));
        routes.get(prefix + "/deployments/name/{flow}/{name}",
                known(stage, this::deploymentByName));
        routes.get(prefix + "/deployments/{id}",
                known(stage, deployment((context, found) -> Answer.ok(found.json()))));
        routes.post(prefix + "/deployments/{id}/create_flow_run",
                known(stage, deployment(this::create)));
        routes.get(prefix + "/flow_runs/{id}",
                known(stage, run((context, found) -> Answer.ok(found))));
        routes.post(prefix + "/flow_runs/filter", known(stage, this::filter));
        routes.post(prefix + "/flow_runs/{id}/set_state", known(stage, run(this::setState)));
        routes.get(prefix + "/flow_run_states", known(stage, this::history));
    }

    private Handler known(Stage stage, Function<Context, Answer> work) {
        return stage.plays(context -> isLetIn(context)
                ? work.apply(context)
                : Answer.of(401, "{\"exception_message\":\"Unauthorized\"}"));
    }

    private boolean isLetIn(Context context) {
        return letsIn.test(String.valueOf(context.header("Authorization")));
    }

    private Function<Context, Answer> deployment(BiFunction<Context, Deployment, Answer> work) {
        return context -> Optional.ofNullable(deployments.get(context.pathParam("id")))
                .map(found -> work.apply(context, found))
                .orElseGet(() -> Answer.detail(404, "Deployment not found"));
    }

    private Function<Context, Answer> run(BiFunction<Context, ObjectNode, Answer> work) {
        return context -> runs.find(context.pathParam("id"))
                .map(found -> work.apply(context, found))
                .orElseGet(() -> Answer.detail(404, "Flow run not found"));
    }

    private Answer deploymentByName(Context context) {
        return deployments.values()
                .stream()
                .filter(one -> one.flow().equals(context.pathParam("flow")))
                .filter(one -> one.name().equals(context.pathParam("name")))
                .findFirst()
                .map(found -> Answer.ok(found.json()))
                .orElseGet(() -> Answer.of(404, "{\"exception_message\":\"Not found\"}"));
    }

    private Answer create(Context context, Deployment deployment) {
        var wish = body(context);
        var parameters = wish.path("parameters");
        if (!wish.isObject() || !(parameters.isMissingNode() || parameters.isObject())) {
            return invalid("parameters", "Input should be a valid dictionary", "dict_type");
        }
        return deployment.problemOf(parameters)
                .map(problem -> Answer.detail(409, problem))
                .orElseGet(() -> made(runs.make(deployment, wish, worker.now())));
    }

    private Answer made(Runs.Made made) {
        if (made.isNew()) {
            actors.play(made.run());
        }
        return new Answer(made.isNew() ? 201 : 200, made.run());
    }

    private Answer filter(Context context) {
        var filter = new Filter(body(context));
        return filter.asksTooMuch()
                ? invalid("limit", "Input should be less than or equal to 200", "less_than_equal")
                : Answer.ok(filter.of(runs.all()));
    }

    private Answer setState(Context context, ObjectNode run) {
        var wish = body(context);
        var force = wish.path("force").asBoolean(false);
        return wish.at("/state/type").isString()
                ? new Orchestration(runs, actors, worker).propose(run, wish.path("state"), force)
                : invalid("state", "Field required", "missing");
    }

    private Answer history(Context context) {
        var states = JSON.createArrayNode();
        states.addAll(runs.historyOf(String.valueOf(context.queryParam("flow_run_id"))));
        return Answer.ok(states);
    }

    private static Answer invalid(String field, String message, String type) {
        return Answer.of(422, """
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
