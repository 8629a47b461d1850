package dev.makegood.pipelines;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A pipeline that fails the test when it is called inside a unit of work, as this function says. */
public record UnitGuardedPipeline(Pipeline pipeline, BooleanSupplier inUnit) implements Pipeline {

    @Override
    public StartResult start(RunRequest request) {
        return requireNoUnit(() -> pipeline.start(request));
    }

    @Override
    public RunPollResult poll(Run run) {
        return requireNoUnit(() -> pipeline.poll(run));
    }

    @Override
    public CancelResult cancel(Run run) {
        return requireNoUnit(() -> pipeline.cancel(run));
    }

    private <R> R requireNoUnit(Supplier<R> call) {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
        return call.get();
    }
}
