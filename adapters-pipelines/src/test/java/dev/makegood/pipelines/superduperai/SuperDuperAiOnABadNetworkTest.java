package dev.makegood.pipelines.superduperai;

import dev.makegood.httpclient.Credential;
import dev.makegood.pipelines.BadNetworkContract;
import dev.makegood.pipelines.FakePipelineServer;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import java.time.Duration;
import java.util.List;

class SuperDuperAiOnABadNetworkTest extends BadNetworkContract {

    private final FakeSuperDuperAi fake =
            new FakeSuperDuperAi(clock, "a-token-that-may-not-be-seen");
    private final SuperDuperAiPipeline pipeline =
            new SuperDuperAiPipeline(new SuperDuperAiPipeline.SuperDuperAiSettings(fake.baseUrl(),
                    Credential.bearer("a-token-that-may-not-be-seen"), SHORT_TIMEOUTS,
                    Duration.ofMinutes(5)), clock);

    SuperDuperAiOnABadNetworkTest() {
        fake.delayList(Duration.ofMinutes(3));
    }

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
        return fake.projects()
                .stream()
                .filter(SuperDuperAiSeed.of(request)::isOf)
                .map(project -> new RunId(project.path("id").asString()))
                .toList();
    }

    @Override
    protected String endingOf(RunId run) {
        var tasks = fake.projects()
                .stream()
                .filter(project -> project.path("id").asString().equals(run.value()))
                .map(project -> project.path("tasks"))
                .findFirst()
                .orElseThrow();
        return switch (SuperDuperAiProgress.of(tasks).pollResult(run, clock.instant())) {
            case RunEnded ended -> ended.report() instanceof RunSucceeded ? "completed" : "failed";
            default -> "";
        };
    }
}
