package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Answer;
import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Stage;
import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.Worker;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for a Prefect server over real HTTP: deployments, runs that a worker plays by a clock,
 * and every bad day on demand.
 *
 * <p>Time passes at {@link #tick()} only. A word in the parameter {@code prompt} plays one of
 * {@link Play}: {@code #succeed} (the default), {@code #fail}, {@code #hang}, {@code #slow}, …
 */
public final class FakePrefect implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "/api";
    private static final Answer OK = Answer.of(200, "{\"message\":\"OK\"}");

    private final Stage stage = new Stage(this::routes);
    private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
    private final Runs runs = new Runs();
    private final Worker worker;
    private final Actors actors;
    private final Orchestration orchestration;
    private volatile Optional<String> authorization = Optional.empty();

    public FakePrefect(InstantSource clock) {
        worker = new Worker(clock);
        actors = new Actors(runs, worker);
        orchestration = new Orchestration(runs, actors, worker);
        stage.start();
    }

    /** What {@code PREFECT_API_URL} would be. */
    public URI address() {
        return URI.create(stage.address() + PREFIX);
    }

    /** Faults, and the rule that nobody calls while a unit of work is open. */
    public Stage stage() {
        return stage;
    }

    public void next(Fault fault) {
        stage.next(fault);
    }

    /** Plays what is due by the clock. */
    public void tick() {
        worker.tick();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        return worker.tickEvery(pause);
    }

    /** How long a beat lasts, 5 seconds unless told; a run that succeeds takes six. */
    public FakePrefect pacing(Duration beat) {
        actors.beatOf(beat);
        return this;
    }

    /** Lets only those in who send this pair, {@code user:password}, in the Basic scheme. */
    public FakePrefect lockedWithBasic(String pair) {
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        authorization = Optional.of("Basic " + encoded);
        return this;
    }

    /** Lets only those in who send this key in the Bearer scheme. */
    public FakePrefect lockedWithKey(String key) {
        authorization = Optional.of("Bearer " + key);
        return this;
    }

    /** The code of the flow reports its end and names the parameter {@code project_id}. */
    public FakePrefect flowReportingTo(StatusCalls calls) {
        actors.flowReportsTo(calls);
        return this;
    }

    /** An automation reports every end, naming the run. */
    public FakePrefect automationReportingTo(StatusCalls calls) {
        actors.automationReportsTo(calls);
        return this;
    }

    /** A new deployment whose schema asks for these text parameters; answers its id. */
    public String deploy(String flow, String name, String... requiredParameters) {
        var deployment = Deployment.of(flow, name, List.of(requiredParameters));
        deployments.put(deployment.id(), deployment);
        return deployment.id();
    }

    /** Every run that was really made, the oldest first, as it would be answered. */
    public List<ObjectNode> runs() {
        return runs.all();
    }

    /** Loses the run: 404 from now on. */
    public void forget(String run) {
        runs.forget(run);
    }

    /** Puts the run into a state, of a type the real server may not know. */
    public void force(String run, String type, String name) {
        runs.move(run, States.state(type, name, "", worker.now()));
    }

    public void loseStateOf(String run) {
        runs.loseState(run);
    }

    @Override
    public void close() {
        stage.close();
    }

    private void routes(JavalinConfig config) {
        var routes = config.routes;
        routes.get(PREFIX + "/health", stage.plays(context -> Answer.of(200, "true")));
        routes.get(PREFIX + "/ready", stage.plays(context -> OK));
        routes.get(PREFIX + "/version", known(context -> Answer.of(200, "\"3.8.4\"")));
        routes.get(PREFIX + "/deployments/name/{flow}/{name}", known(this::deploymentByName));
        routes.get(PREFIX + "/deployments/{id}",
                known(deployment((context, found) -> Answer.ok(found.json()))));
        routes.post(PREFIX + "/deployments/{id}/create_flow_run",
                known(deployment(this::create)));
        routes.get(PREFIX + "/flow_runs/{id}", known(run((context, found) -> Answer.ok(found))));
        routes.post(PREFIX + "/flow_runs/filter", known(this::filter));
        routes.post(PREFIX + "/flow_runs/{id}/set_state", known(run(this::setState)));
        routes.get(PREFIX + "/flow_run_states/", known(this::history));
    }

    private Handler known(Function<Context, Answer> work) {
        return stage.plays(context -> isLetIn(context)
                ? work.apply(context)
                : Answer.of(401, "{\"exception_message\":\"Unauthorized\"}"));
    }

    private boolean isLetIn(Context context) {
        var shown = context.header("Authorization");
        return authorization.map(expected -> expected.equals(shown)).orElse(true);
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
                ? orchestration.propose(run, wish.path("state"), force)
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
