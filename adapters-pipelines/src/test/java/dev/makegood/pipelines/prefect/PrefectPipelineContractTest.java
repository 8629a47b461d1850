package dev.makegood.pipelines.prefect;

import dev.makegood.httpclient.Credential;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import dev.makegood.project.RunId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PrefectPipelineContractTest extends PipelineContract {

    private final FakePrefect fake = new FakePrefect(clock).requireBearer("pnu_0123456789");
    private final PrefectPipeline pipeline = new PrefectPipeline(
            PrefectPipeline.PrefectSettings.of(fake.baseUrl(),
                    Credential.bearer("pnu_0123456789"), fake.deploy("film", "prod", "prompt"))
                    .withParameters(List.of("prompt")),
            clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected Pipeline pipeline() {
        return pipeline;
    }

    @Override
    protected void tick() {
        fake.tick();
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.failNext(PipelineFault.LOSE_ANSWER);
    }

    @Override
    protected void refuseTheNextStart() {
        fake.failNext(PipelineFault.UNAUTHORIZED);
    }

    @Override
    protected void end(RunId run, boolean well) {
        fake.forceState(run.value(), well ? "COMPLETED" : "FAILED", "as the test wants it");
    }

    @Override
    protected void forget(RunId run) {
        fake.forget(run.value());
    }

    @Override
    protected int runsMade() {
        return fake.runs().size();
    }
}
