package dev.makegood.pipelines;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.ApiResult.NotSent;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.JsonClient;
import dev.makegood.httpclient.PathSegments;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.StartResult;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of one request to make a run, as far as this one request tells.
 *
 * <p>Only what the service itself refused is refused; what it cannot have read was not started;
 * everything else is unknown, the page of a proxy included.
 */
public record RunCreation(String service, JsonClient client, Credential credential) {

    private static final Set<Integer> REFUSAL_STATUSES = Set.of(400, 401, 403, 404, 409, 422);

    /** Posts to the path and reads the response, a run with an {@code id}. */
    public StartResult create(String path, JsonNode body) {
        return switch (client.post(path, body)) {
            case JsonResponse response when response.isSuccess() -> startedResult(response.body());
            case JsonResponse response when response.isTooManyRequests() ->
                    new NotStarted(service + " has too many requests (429)");
            case JsonResponse response when REFUSAL_STATUSES.contains(response.status()) ->
                    new Rejected(service + " refused the run: " + describe(response));
            case NotSent notSent ->
                    new NotStarted(service + " cannot be reached: " + notSent.why());
            case ApiResult result -> unknownResult(result);
        };
    }

    /** What a call that could not make a run says of the run: it was refused, or not started. */
    public StartResult noRunResult(ApiResult result) {
        return result instanceof JsonResponse response
                && REFUSAL_STATUSES.contains(response.status())
                        ? new Rejected(service + " refused the run: " + describe(response))
                        : new NotStarted(service + ": " + describe(result));
    }

    /** The result does not tell whether there is a run, or how it is doing. */
    public Unknown unknownResult(ApiResult result) {
        return new Unknown(service + ": " + describe(result));
    }

    private String describe(ApiResult result) {
        return PipelineErrorText.of(result, credential);
    }

    /** A run as the service shows it: it was made if it has an id that can be polled. */
    public StartResult startedResult(JsonNode run) {
        var id = run.path("id").stringValue("");
        return PathSegments.isSafe(id)
                ? new Started(new RunId(id))
                : new Unknown(service + " answered with a run that has no usable id");
    }
}
