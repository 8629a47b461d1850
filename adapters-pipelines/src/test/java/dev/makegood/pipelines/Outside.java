package dev.makegood.pipelines;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunOrder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A pipeline that fails the test when it is called inside a unit of work, as this tells. */
public record Outside(Pipeline pipeline, BooleanSupplier inUnit) implements Pipeline {

    @Override
    public Start start(RunOrder order) {
        return checked(() -> pipeline.start(order));
    }

    @Override
    public Look look(Run run) {
        return checked(() -> pipeline.look(run));
    }

    @Override
    public Cancellation cancel(Run run) {
        return checked(() -> pipeline.cancel(run));
    }

    private <R> R checked(Supplier<R> call) {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a pipeline was called inside a unit of work");
        }
        return call.get();
    }
}
