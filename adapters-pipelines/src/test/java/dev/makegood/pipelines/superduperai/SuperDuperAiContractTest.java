package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.Fault;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import dev.makegood.project.RunId;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class SuperDuperAiContractTest extends PipelineContract {

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake =
            new FakeSuperDuperAi(clock, "a-token-that-nobody-may-see-0123");
    private final SuperDuperAi pipeline = new SuperDuperAi(
            SuperDuperAi.Settings.of(fake.address(), "a-token-that-nobody-may-see-0123"), clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected Pipeline pipeline() {
        return pipeline;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
        fake.tick();
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.next(Fault.LOSE_ANSWER);
    }

    @Override
    protected void refuseTheNextStart() {
        fake.next(Fault.UNAUTHORIZED);
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
