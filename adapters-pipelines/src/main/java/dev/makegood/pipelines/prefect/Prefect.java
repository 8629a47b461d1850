package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Heard;
import dev.makegood.pipelines.Heard.Said;
import dev.makegood.pipelines.Line;
import dev.makegood.pipelines.Patience;
import dev.makegood.pipelines.Sending;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunOrder;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a deployment of a Prefect server or of Prefect Cloud.
 *
 * <p>An order becomes a run with an idempotency key of project and attempt, which Prefect never
 * forgets: sending it again finds the same run.
 */
public final class Prefect implements Pipeline {

    /**
     * Where it is, how it lets us in, and what is run there.
     *
     * @param address {@code PREFECT_API_URL}, up to {@code /api} or the workspace
     * @param credential a Bearer key for Prefect Cloud, a Basic pair for one's own server, or none
     * @param deployment the id of the deployment
     */
    public record Settings(URI address, Credential credential, String deployment,
            Patience patience) {

        public Settings {
            if (!Line.mayStandInAPath(deployment)) {
                throw new IllegalArgumentException("not the id of a deployment: " + deployment);
            }
        }

        /** The usual settings for this deployment. */
        public static Settings of(URI address, Credential credential, String deployment) {
            return new Settings(address, credential, deployment, Patience.USUAL);
        }
    }

    private static final String NAME = "Prefect";
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);
    private static final JsonNode CANCELLING =
            new JsonMapper().readTree("{\"state\":{\"type\":\"CANCELLING\"},\"force\":false}");

    private final Line line;
    private final Sending sending;
    private final String create;
    private final InstantSource clock;

    public Prefect(Settings settings, InstantSource clock) {
        this.line = new Line(settings.address(), settings.credential(), settings.patience());
        this.sending = new Sending(NAME, line);
        this.create = "/deployments/" + settings.deployment() + "/create_flow_run";
        this.clock = clock;
    }

    @Override
    public Start start(RunOrder order) {
        var wish = new Wish(order);
        return switch (sending.of(create, wish.json())) {
            case Started started -> started;
            case Unknown unknown -> unknown;
            case Rejected no when order.repeated() -> whatCameBefore(wish, no);
            case NotStarted no when order.repeated() -> whatCameBefore(wish, no);
            case Rejected no -> no;
            case NotStarted no -> no;
        };
    }

    /** This sending made no run, but an earlier one may have: only a look at the runs can tell. */
    private Start whatCameBefore(Wish wish, Start otherwise) {
        return switch (line.post("/flow_runs/filter", wish.filter())) {
            case Said said when said.isFine() && said.body().isArray() -> said.body().isEmpty()
                    ? certainly(otherwise, wish)
                    : sending.started(said.body().get(0));
            case Heard heard -> sending.unknown(heard);
        };
    }

    /** For a while, what was sent earlier may still be on its way. */
    private Start certainly(Start answer, Wish wish) {
        return clock.instant().isBefore(wish.order().sentAt().plus(ON_ITS_WAY))
                ? new Unknown("an earlier sending may still arrive")
                : answer;
    }

    @Override
    public Look look(Run run) {
        return switch (read(run)) {
            case Said said when said.isFine() && isAbout(run, said) ->
                    new FlowState(said.body().path("state")).look(run.id(), clock.instant());
            case Heard heard -> sending.unknown(heard);
        };
    }

    @Override
    public Cancellation cancel(Run run) {
        return switch (line.post(path(run) + "/set_state", CANCELLING)) {
            case Said said when said.isFine() && isAccepted(said) ->
                    new FlowState(said.body().path("state")).cancellation();
            case Said said when said.isFine() -> asItStands(run);
            case Heard heard -> sending.unknown(heard);
        };
    }

    /** A refusal is a 200 too. */
    private static boolean isAccepted(Said said) {
        return said.body().path("status").stringValue("").equals("ACCEPT");
    }

    private Cancellation asItStands(Run run) {
        return switch (read(run)) {
            case Said said when said.isFine() && isAbout(run, said) ->
                    new FlowState(said.body().path("state")).cancellation();
            case Heard heard -> sending.unknown(heard);
        };
    }

    private Heard read(Run run) {
        return line.get(path(run));
    }

    private static String path(Run run) {
        return "/flow_runs/" + run.id();
    }

    private static boolean isAbout(Run run, Said said) {
        return said.body().path("id").stringValue("").equals(run.id().value());
    }
}
