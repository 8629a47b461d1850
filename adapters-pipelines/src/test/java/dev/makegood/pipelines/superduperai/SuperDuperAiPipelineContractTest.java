package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.PipelineFault;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import dev.makegood.project.RunId;
import org.junit.jupiter.api.AfterEach;

class SuperDuperAiPipelineContractTest extends PipelineContract {

    private final FakeSuperDuperAi fake =
            new FakeSuperDuperAi(clock, "a-token-that-may-not-be-seen-0123");
    private final SuperDuperAiPipeline pipeline = new SuperDuperAiPipeline(
            SuperDuperAiPipeline.SuperDuperAiSettings.of(fake.baseUrl(),
                    "a-token-that-may-not-be-seen-0123"),
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
        fake.addTask(run.value(), "txt2script-flow", "completed");
        fake.addTask(run.value(), "script2entities-flow", well ? "completed" : "error");
        fake.addTask(run.value(), "script2storyboard-flow", "completed");
    }

    @Override
    protected void forget(RunId run) {
        fake.forget(run.value());
    }

    @Override
    protected int runsMade() {
        return fake.projects().size();
    }
}
