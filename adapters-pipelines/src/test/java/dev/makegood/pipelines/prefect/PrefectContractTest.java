package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Fault;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import dev.makegood.project.RunId;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class PrefectContractTest extends PipelineContract {

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakePrefect fake = new FakePrefect(clock).lockedWithKey("pnu_0123456789");
    private final Prefect pipeline = new Prefect(Prefect.Settings.of(fake.address(),
            Credential.bearer("pnu_0123456789"), fake.deploy("film", "prod", "prompt")), clock);

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
        fake.force(run.value(), well ? "COMPLETED" : "FAILED", "as the test wants it");
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
