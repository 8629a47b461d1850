package dev.makegood.pipelines.prefect;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.pipelines.RunCreation;
import dev.makegood.project.Pipeline.StartResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads which parameters a deployment's flow takes, once in a while. */
final class PrefectDeployment {

    /** What came of reading them. */
    sealed interface ParametersResult {}

    /** These; {@code fresh} if they were read just now. */
    record KnownParameters(PrefectParameters parameters, boolean fresh)
            implements ParametersResult {}

    /** They could not be read, and so no run was requested. */
    record UnknownParameters(StartResult noRun) implements ParametersResult {}

    private record KeptParameters(PrefectParameters parameters, Instant readAt) {}

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final String id;
    private final RunCreation runCreation;
    private final InstantSource clock;
    private volatile @Nullable KeptParameters kept;

    PrefectDeployment(String id, RunCreation runCreation, InstantSource clock) {
        this.id = id;
        this.runCreation = runCreation;
        this.clock = clock;
    }

    /** As they were read a while ago at the most. */
    ParametersResult parameters() {
        var found = kept;
        return found != null && clock.instant().isBefore(found.readAt().plus(KEPT_FOR))
                ? new KnownParameters(found.parameters(), false)
                : readParameters();
    }

    /** As they are now: a flow may have been deployed with another signature. */
    ParametersResult readParameters() {
        return switch (runCreation.client().get(path())) {
            case JsonResponse response when response.isSuccess() && isThisDeployment(response) ->
                    keep(PrefectParameters.of(response.body()));
            case ApiResult result -> new UnknownParameters(runCreation.noRunResult(result));
        };
    }

    private KnownParameters keep(PrefectParameters parameters) {
        kept = new KeptParameters(parameters, clock.instant());
        return new KnownParameters(parameters, true);
    }

    private boolean isThisDeployment(JsonResponse response) {
        return response.body().path("id").stringValue("").equalsIgnoreCase(id);
    }

    String path() {
        return "/deployments/" + id;
    }
}
