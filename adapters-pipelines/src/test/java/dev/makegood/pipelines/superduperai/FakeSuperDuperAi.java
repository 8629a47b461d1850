package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.FakePipelineResponse;
import dev.makegood.pipelines.FakePipelineServer;
import dev.makegood.pipelines.FakeScheduler;
import dev.makegood.pipelines.FakeStatusCallbacks;
import dev.makegood.pipelines.PipelineFault;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fake of SuperDuperAI over real HTTP: flows that run by a clock, and faults on demand.
 *
 * <p>Time passes at {@link #tick()} only. A word in the prompt plays an ending: {@code #succeed}
 * (the default), {@code #fail}, {@code #hang}, {@code #slow}.
 */
public final class FakeSuperDuperAi implements AutoCloseable {

    private static final List<String> STEPS = List.of("txt2script", "script2entities",
            "script2storyboard", "storyboard2video", "timeline2video");

    private final FakeSuperDuperAiChannels channels = new FakeSuperDuperAiChannels();
    private final FakePipelineServer server = new FakePipelineServer();
    private final FakeScheduler scheduler;
    private final FakeSuperDuperAiProjects projects;
    private final FakeSuperDuperAiFlows flows;
    private volatile String token;
    private volatile boolean endsBeforeItAnswers;

    public FakeSuperDuperAi(InstantSource clock, String token) {
        this.token = token;
        scheduler = new FakeScheduler(clock);
        projects = new FakeSuperDuperAiProjects(scheduler, channels);
        flows = new FakeSuperDuperAiFlows(projects, scheduler);
        server.open(config -> routes(config.routes));
    }

    /** Where it is; the paths of the API begin with {@code /api/v1} below it. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Faults, and the rule that it is not called while a unit of work is open. */
    public FakePipelineServer server() {
        return server;
    }

    public void failNext(PipelineFault fault) {
        server.failNext(fault);
    }

    /** Plays what is due by the clock: tasks begin and end, data appears, the flow reports. */
    public void tick() {
        scheduler.tick();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        return scheduler.tickEvery(pause);
    }

    /** How long each of the three main flows takes; 30 seconds by default. */
    public FakeSuperDuperAi pacing(Duration ofAFlow) {
        flows.setPace(ofAFlow);
        return this;
    }

    /** Where the flow reports how it ended. */
    public FakeSuperDuperAi reportingTo(FakeStatusCallbacks callbacks) {
        flows.reportTo(callbacks);
        return this;
    }

    /** Lets the flow end, and report, before the create is answered. */
    public FakeSuperDuperAi endingBeforeItAnswers() {
        endsBeforeItAnswers = true;
        return pacing(Duration.ZERO);
    }

    public void rotateToken(String newToken) {
        token = newToken;
    }

    public void delayList(Duration lag) {
        projects.delayList(lag);
    }

    /** Every project that was really made, the oldest first, as a response would show it. */
    public List<ObjectNode> projects() {
        return projects.all();
    }

    /** Loses the project: 404 from now on. */
    public void forget(String project) {
        projects.forget(project);
    }

    /** Adds a task, of a type and status that the real service may not have; returns its id. */
    public String addTask(String project, String type, String status) {
        return projects.addTask(project, type, status);
    }

    public void loseTasks(String project, String type) {
        projects.loseTasks(project, type);
    }

    /** Sends exactly this to the listeners, even if it is not a message. */
    public void sendRaw(String channel, String line) {
        channels.sendRaw(channel, line);
    }

    public void dropListeners(String channel) {
        channels.drop(channel);
    }

    @Override
    public void close() {
        server.close();
    }

    private void routes(RoutesConfig routes) {
        routes.get("/api/v1/ping", server.route(context -> pong()));
        routes.head("/api/v1/ping", context -> context.status(200));
        routes.get("/api/v1/user/me", authenticatedRoute(context -> me()));
        routes.get("/api/v1/project/video/test-token", authenticatedRoute(context -> me()));
        for (var kind : List.of("video", "film")) {
            routes.post("/api/v1/project/" + kind, authenticatedRoute(this::create));
            for (var step : STEPS) {
                routes.post("/api/v1/project/" + kind + "/{id}/" + step,
                        authenticatedRoute(context -> step(context, step + "-flow")));
            }
        }
        routes.get("/api/v1/project/{id}", authenticatedRoute(this::read));
        routes.get("/api/v1/project", authenticatedRoute(
                context -> FakeSuperDuperAiLists.of(projects.listed(), context)));
        routes.sse("/api/v1/events/{channel}",
                client -> channels.join(client.ctx().pathParam("channel"), client));
    }

    private Handler authenticatedRoute(Function<Context, FakePipelineResponse> work) {
        return server.route(context -> ("Bearer " + token).equals(context.header("Authorization"))
                ? work.apply(context)
                : FakePipelineResponse.detail(401, "Invalid token"));
    }

    private static FakePipelineResponse pong() {
        return FakePipelineResponse.of(200, "{\"ping\":\"pong\"}");
    }

    private static FakePipelineResponse me() {
        return FakePipelineResponse.of(200, """
                {"id":"7d1f6c1e-6a57-4d7c-9a0e-0d3c5f6f8a11","sub":"fake|1",
                 "email":"studio@example.com","nickname":"studio",
                 "balance":100000,"vip":true,"admin":false}""");
    }

    private FakePipelineResponse create(Context context) {
        var request = FakeSuperDuperAiValidation.parse(context.bodyAsBytes());
        return FakeSuperDuperAiValidation.findError(request).orElseGet(() -> {
            var id = projects.add(request);
            var config = request.path("config");
            var toTheEnd = config.path("auto_mode").asBoolean(true);
            flows.play(id, config.path("prompt").stringValue(), toTheEnd);
            if (endsBeforeItAnswers) {
                tick();
            }
            return projectResponse(id);
        });
    }

    private FakePipelineResponse step(Context context, String flow) {
        var id = context.pathParam("id");
        if (projects.find(id).isPresent()) {
            flows.runNow(id, flow);
        }
        return projectResponse(id);
    }

    private FakePipelineResponse read(Context context) {
        return projectResponse(context.pathParam("id"));
    }

    private FakePipelineResponse projectResponse(String id) {
        return projects.find(id)
                .map(FakePipelineResponse::ok)
                .orElseGet(() -> FakePipelineResponse.detail(404, "Project not found"));
    }
}
