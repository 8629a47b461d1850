package dev.makegood.pipelines.prefect;

import dev.makegood.httpclient.Credential;
import dev.makegood.pipelines.BadNetworkContract;
import dev.makegood.pipelines.FakePipelineServer;
import dev.makegood.project.Pipeline;
import dev.makegood.project.RunId;
import dev.makegood.project.RunRequest;
import java.util.List;

class PrefectOnABadNetworkTest extends BadNetworkContract {

    private final FakePrefect fake = new FakePrefect(clock);
    private final PrefectPipeline pipeline =
            new PrefectPipeline(PrefectPipeline.PrefectSettings.of(fake.baseUrl(), Credential.NONE,
                    fake.deploy("film", "prod", FakePrefectSignature.requiring("prompt")
                            .accepting("project_id")))
                    .with(SHORT_TIMEOUTS), clock);

    @Override
    protected Pipeline pipeline() {
        return pipeline;
    }

    @Override
    protected FakePipelineServer server() {
        return fake.server();
    }

    @Override
    protected void tick() {
        fake.tick();
    }

    @Override
    protected List<RunId> runsOf(RunRequest request) {
        return fake.runs()
                .stream()
                .filter(run -> run.at("/parameters/project_id")
                        .asString("")
                        .equals(request.id().toString()))
                .map(run -> new RunId(run.path("id").asString()))
                .toList();
    }

    @Override
    protected String endingOf(RunId run) {
        return switch (stateOf(run)) {
            case "COMPLETED" -> "completed";
            case "FAILED" -> "failed";
            default -> "";
        };
    }

    private String stateOf(RunId run) {
        return fake.runs()
                .stream()
                .filter(found -> found.path("id").asString().equals(run.value()))
                .map(found -> found.path("state_type").asString())
                .findFirst()
                .orElseThrow();
    }
}
