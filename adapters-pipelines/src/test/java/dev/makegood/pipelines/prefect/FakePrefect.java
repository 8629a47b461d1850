package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.FakePipelineServer;
import dev.makegood.pipelines.FakeScheduler;
import dev.makegood.pipelines.FakeStatusCallbacks;
import dev.makegood.pipelines.PipelineFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fake of a Prefect server over real HTTP: deployments, runs that a worker plays by a clock,
 * and every fault on demand.
 *
 * <p>Time passes at {@link #tick()} only. A word in the parameter {@code prompt} plays one of
 * {@link FakePrefectScenario}: {@code #succeed} (the default), {@code #fail}, {@code #hang},
 * {@code #slow}, …; a parameter {@code hostname} plays it by how it begins, as
 * {@code fail.example.com} does.
 */
public final class FakePrefect implements AutoCloseable {

    private static final String PREFIX = "/api";

    private final FakePipelineServer server = new FakePipelineServer();
    private final Map<String, FakePrefectDeployment> deployments = new ConcurrentHashMap<>();
    private final FakePrefectRuns runs = new FakePrefectRuns();
    private final FakeScheduler scheduler;
    private final FakePrefectWorker actors;
    private final AtomicInteger deploymentReads = new AtomicInteger();
    private volatile Optional<String> authorization = Optional.empty();

    public FakePrefect(InstantSource clock) {
        scheduler = new FakeScheduler(clock);
        actors = new FakePrefectWorker(runs, scheduler);
        var api = new FakePrefectRoutes(deployments, runs, actors, scheduler, this::isAuthorized,
                deploymentReads);
        server.open(config -> api.open(config.routes, server, PREFIX));
    }

    /** What {@code PREFECT_API_URL} would be. */
    public URI baseUrl() {
        return URI.create(server.baseUrl() + PREFIX);
    }

    /** Faults, and the rule that it is not called while a unit of work is open. */
    public FakePipelineServer server() {
        return server;
    }

    public void failNext(PipelineFault fault) {
        server.failNext(fault);
    }

    /** Plays what is due by the clock. */
    public void tick() {
        scheduler.tick();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        return scheduler.tickEvery(pause);
    }

    /** How long a beat lasts, 5 seconds by default; a run that succeeds takes six. */
    public FakePrefect pacing(Duration beat) {
        actors.setBeat(beat);
        return this;
    }

    /** Accepts only calls with this pair, {@code user:password}, in the Basic scheme. */
    public FakePrefect requireBasic(String pair) {
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        authorization = Optional.of("Basic " + encoded);
        return this;
    }

    /** Accepts only calls with this key in the Bearer scheme. */
    public FakePrefect requireBearer(String key) {
        authorization = Optional.of("Bearer " + key);
        return this;
    }

    /** The code of the flow reports its end and names the parameter {@code project_id}. */
    public FakePrefect flowReportingTo(FakeStatusCallbacks callbacks) {
        actors.reportFromFlowTo(callbacks);
        return this;
    }

    /** An automation reports every end, naming the run. */
    public FakePrefect automationReportingTo(FakeStatusCallbacks callbacks) {
        actors.reportFromAutomationTo(callbacks);
        return this;
    }

    /** A new deployment of a flow whose text parameters are these, all required; returns its id. */
    public String deploy(String flow, String name, String... requiredParameters) {
        return deploy(flow, name, FakePrefectSignature.requiring(requiredParameters));
    }

    /** A new deployment of a flow with this signature; returns its id. */
    public String deploy(String flow, String name, FakePrefectSignature signature) {
        var deployment = FakePrefectDeployment.of(flow, name, signature);
        deployments.put(deployment.id(), deployment);
        return deployment.id();
    }

    /** The flow gets another signature: its deployment is made again under the same id. */
    public void redeploy(String id, FakePrefectSignature signature) {
        deployments.computeIfPresent(id, (unused, old) -> old.with(signature));
    }

    /** How often a deployment was read by its id. */
    public int deploymentReads() {
        return deploymentReads.get();
    }

    /** Every run that was really made, the oldest first, as a response would show it. */
    public List<ObjectNode> runs() {
        return runs.all();
    }

    /** Loses the run: 404 from now on. */
    public void forget(String run) {
        runs.forget(run);
    }

    /** Puts the run into a state, of a type the real server may not know. */
    public void forceState(String run, String type, String name) {
        runs.move(run, FakePrefectStates.state(type, name, "", scheduler.now()));
    }

    public void loseState(String run) {
        runs.loseState(run);
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean isAuthorized(String shown) {
        return authorization.isEmpty() || authorization.get().equals(shown);
    }
}
