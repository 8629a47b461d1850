package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Stage;
import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.Worker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for a Prefect server over real HTTP: deployments, runs that a worker plays by a clock,
 * and every bad day on demand.
 *
 * <p>Time passes at {@link #tick()} only. A word in the parameter {@code prompt} plays one of
 * {@link Play}: {@code #succeed} (the default), {@code #fail}, {@code #hang}, {@code #slow}, …; a parameter
 * {@code hostname} plays it by how it begins, as {@code fail.example.com} does.
 */
public final class FakePrefect implements AutoCloseable {

    private static final String PREFIX = "/api";

    private final Stage stage = new Stage();
    private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
    private final Runs runs = new Runs();
    private final Worker worker;
    private final Actors actors;
    private volatile Optional<String> authorization = Optional.empty();

    public FakePrefect(InstantSource clock) {
        worker = new Worker(clock);
        actors = new Actors(runs, worker);
        var api = new PrefectApi(deployments, runs, actors, worker, this::letsIn);
        stage.open(routes -> api.open(routes, stage, PREFIX));
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

    private boolean letsIn(String shown) {
        return authorization.isEmpty() || authorization.get().equals(shown);
    }
}
