package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.Answer;
import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Stage;
import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.Worker;
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
 * A stand-in for SuperDuperAI over real HTTP: flows that run by a clock, and bad days on demand.
 *
 * <p>Time passes at {@link #tick()} only. A word in the prompt plays an ending: {@code #succeed}
 * (the default), {@code #fail}, {@code #hang}, {@code #slow}.
 */
public final class FakeSuperDuperAi implements AutoCloseable {

    private static final List<String> STEPS = List.of("txt2script", "script2entities",
            "script2storyboard", "storyboard2video", "timeline2video");

    private final Channels channels = new Channels();
    private final Stage stage = new Stage();
    private final Worker worker;
    private final Shelf shelf;
    private final Studio studio;
    private volatile String token;
    private volatile boolean endsBeforeItAnswers;

    public FakeSuperDuperAi(InstantSource clock, String token) {
        this.token = token;
        worker = new Worker(clock);
        shelf = new Shelf(worker, channels);
        studio = new Studio(shelf, worker);
        stage.open(this::routes);
    }

    /** Where it answers; the paths of the API begin with {@code /api/v1} below it. */
    public URI address() {
        return stage.address();
    }

    /** Faults, and the rule that nobody calls while a unit of work is open. */
    public Stage stage() {
        return stage;
    }

    public void next(Fault fault) {
        stage.next(fault);
    }

    /** Plays what is due by the clock: tasks begin and end, data appears, the flow reports. */
    public void tick() {
        worker.tick();
    }

    /** Ticks on its own from now on, for a demo where time is real. */
    public AutoCloseable tickEvery(Duration pause) {
        return worker.tickEvery(pause);
    }

    /** How long each of the three main flows takes; 30 seconds unless told. */
    public FakeSuperDuperAi pacing(Duration ofAFlow) {
        studio.paceOf(ofAFlow);
        return this;
    }

    /** Whom the flow tells how it ended. */
    public FakeSuperDuperAi reportingTo(StatusCalls calls) {
        studio.reportTo(calls);
        return this;
    }

    /** Lets the flow end, and report, before the create is answered. */
    public FakeSuperDuperAi endingBeforeItAnswers() {
        endsBeforeItAnswers = true;
        return pacing(Duration.ZERO);
    }

    public void rotateTokenTo(String newToken) {
        token = newToken;
    }

    public void listLagsBehind(Duration lag) {
        shelf.listLagsBehind(lag);
    }

    /** Every project that was really made, the oldest first, as it would be answered. */
    public List<ObjectNode> projects() {
        return shelf.all();
    }

    /** Loses the project: 404 from now on. */
    public void forget(String project) {
        shelf.forget(project);
    }

    /** Adds a task, of a type and status the real service may not know, and answers its id. */
    public String addTask(String project, String type, String status) {
        return shelf.addTask(project, type, status);
    }

    public void loseTasks(String project, String type) {
        shelf.loseTasks(project, type);
    }

    /** Says exactly this to those who listen, even if it is no message at all. */
    public void say(String channel, String line) {
        channels.say(channel, line);
    }

    public void dropListeners(String channel) {
        channels.drop(channel);
    }

    @Override
    public void close() {
        stage.close();
    }

    private void routes(RoutesConfig routes) {
        routes.get("/api/v1/ping", stage.plays(context -> pong()));
        routes.head("/api/v1/ping", context -> context.status(200));
        routes.get("/api/v1/user/me", known(context -> me()));
        routes.get("/api/v1/project/video/test-token", known(context -> me()));
        for (var kind : List.of("video", "film")) {
            routes.post("/api/v1/project/" + kind, known(this::create));
            for (var step : STEPS) {
                routes.post("/api/v1/project/" + kind + "/{id}/" + step,
                        known(context -> step(context, step + "-flow")));
            }
        }
        routes.get("/api/v1/project/{id}", known(this::read));
        routes.get("/api/v1/project", known(context -> Pages.of(shelf.listed(), context)));
        routes.sse("/api/v1/events/{channel}",
                client -> channels.join(client.ctx().pathParam("channel"), client));
    }

    private Handler known(Function<Context, Answer> work) {
        return stage.plays(context -> ("Bearer " + token).equals(context.header("Authorization"))
                ? work.apply(context)
                : Answer.detail(401, "Invalid token"));
    }

    private static Answer pong() {
        return Answer.of(200, "{\"ping\":\"pong\"}");
    }

    private static Answer me() {
        return Answer.of(200, """
                {"id":"7d1f6c1e-6a57-4d7c-9a0e-0d3c5f6f8a11","sub":"fake|1",
                 "email":"studio@example.com","nickname":"studio",
                 "balance":100000,"vip":true,"admin":false}""");
    }

    private Answer create(Context context) {
        var wish = Wishes.read(context.bodyAsBytes());
        return Wishes.refusalOf(wish).orElseGet(() -> {
            var id = shelf.add(wish);
            var config = wish.path("config");
            var toTheEnd = config.path("auto_mode").asBoolean(true);
            studio.play(id, config.path("prompt").stringValue(), toTheEnd);
            if (endsBeforeItAnswers) {
                tick();
            }
            return found(id);
        });
    }

    private Answer step(Context context, String flow) {
        var id = context.pathParam("id");
        if (shelf.find(id).isPresent()) {
            studio.runNow(id, flow);
        }
        return found(id);
    }

    private Answer read(Context context) {
        return found(context.pathParam("id"));
    }

    private Answer found(String id) {
        return shelf.find(id)
                .map(Answer::ok)
                .orElseGet(() -> Answer.detail(404, "Project not found"));
    }
}
