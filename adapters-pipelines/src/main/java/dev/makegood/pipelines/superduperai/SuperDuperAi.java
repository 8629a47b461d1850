package dev.makegood.pipelines.superduperai;

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

/**
 * Makes films with SuperDuperAI.
 *
 * <p>An order is one {@code POST /project/video}. One that is repeated is only looked for, by its
 * {@link Mark}, never sent again by itself. How a run is doing is derived from its tasks. A run
 * there cannot be cancelled.
 */
public final class SuperDuperAi implements Pipeline {

    /**
     * Where it is and how it is spoken to.
     *
     * @param absenceBelievedAfter how long after a sending its absence from the list is believed
     */
    public record Settings(URI address, Credential credential, Patience patience,
            Duration absenceBelievedAfter) {

        private static final Duration USUAL_DOUBT = Duration.ofMinutes(5);

        /** The usual settings for this address and token. */
        public static Settings of(URI address, String token) {
            return new Settings(address, Credential.bearer(token), Patience.USUAL, USUAL_DOUBT);
        }
    }

    private static final String NAME = "SuperDuperAI";

    private final Line line;
    private final Sending sending;
    private final Search search;
    private final InstantSource clock;

    public SuperDuperAi(Settings settings, InstantSource clock) {
        this.line = new Line(settings.address(), settings.credential(), settings.patience());
        this.sending = new Sending(NAME, line);
        this.search = new Search(line, sending, clock, settings.absenceBelievedAfter());
        this.clock = clock;
    }

    @Override
    public Start start(RunOrder order) {
        return order.repeated()
                ? search.lookFor(order)
                : sending.of("/api/v1/project/video",
                        new Film(order.order(), Mark.of(order)).json());
    }

    @Override
    public Look look(Run run) {
        var id = run.id().value();
        return switch (line.get("/api/v1/project/" + id)) {
            case Said said when said.isFine() && isProject(said, id) ->
                    Progress.of(said.body().path("tasks")).look(run.id(), clock.instant());
            case Heard heard -> sending.unknown(heard);
        };
    }

    private static boolean isProject(Said said, String id) {
        return said.body().path("id").stringValue("").equals(id)
                && said.body().path("tasks").isArray();
    }

    @Override
    public Cancellation cancel(Run run) {
        return new Unsupported();
    }
}
