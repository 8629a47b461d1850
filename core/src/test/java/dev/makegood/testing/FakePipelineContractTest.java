package dev.makegood.testing;

import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import java.util.UUID;

/** The pipeline that tests use behaves as one that customers use. */
class FakePipelineContractTest extends PipelineContract {

    private static final int UUID_LENGTH = 36;

    private final FakePipeline pipeline = FakePipeline.outside(() -> false);

    @Override
    protected Pipeline pipeline() {
        return pipeline;
    }

    @Override
    protected void tick() {
        // It works only when it is told to.
    }

    @Override
    protected void loseTheNextAnswer() {
        pipeline.losesTheAnswer();
    }

    @Override
    protected void refuseTheNextStart() {
        pipeline.rejects("not today");
    }

    @Override
    protected void end(RunId run, boolean well) {
        if (well) {
            pipeline.completesWithoutReport(projectOf(run));
        } else {
            pipeline.breaksWithoutReport(projectOf(run), "out of memory");
        }
    }

    @Override
    protected void forget(RunId run) {
        pipeline.fallsSilent();
    }

    @Override
    protected int runsMade() {
        return pipeline.runs();
    }

    private static ProjectId projectOf(RunId run) {
        return new ProjectId(UUID.fromString(run.value().substring(0, UUID_LENGTH)));
    }
}
