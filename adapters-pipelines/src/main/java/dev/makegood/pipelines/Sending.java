package dev.makegood.pipelines;

import dev.makegood.pipelines.Heard.NothingSent;
import dev.makegood.pipelines.Heard.Said;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.Start;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of one request to make a run, as far as this one request tells.
 *
 * <p>Only what the service itself refused is refused; what it cannot have read was not started;
 * everything else is unknown, a proxy's page among it.
 */
public record Sending(String service, Line line) {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 422);

    /** Sends the wish to the path and reads the answer, a run with an {@code id}. */
    public Start of(String path, JsonNode wish) {
        return switch (line.post(path, wish)) {
            case Said said when said.isFine() -> started(said.body());
            case Said said when said.isTooMuch() -> new NotStarted(service + " has too much to do");
            case Said said when REFUSALS.contains(said.status()) ->
                    new Rejected(service + " refused it: " + line.inWords(said));
            case NothingSent none -> new NotStarted(service + " cannot be reached: " + none.why());
            case Heard other -> unknown(other);
        };
    }

    /** Whatever it was, it does not tell. */
    public Unknown unknown(Heard heard) {
        return new Unknown(service + ": " + line.inWords(heard));
    }

    /** A run as the service shows it: made, if it has an id that can be asked for. */
    public Start started(JsonNode run) {
        var id = run.path("id").stringValue("");
        return Line.mayStandInAPath(id)
                ? new Started(new RunId(id))
                : new Unknown(service + " made something without naming it");
    }
}
