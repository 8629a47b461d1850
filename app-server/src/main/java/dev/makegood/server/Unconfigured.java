package dev.makegood.server;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunOrder;

/** Stands where projects expect a pipeline that nobody configured here: nothing is sent, nothing is decided. */
record Unconfigured(String name) implements Pipeline {

    @Override
    public Start start(RunOrder order) {
        return order.repeated() ? new Unknown(words()) : new NotStarted(words());
    }

    @Override
    public Look look(Run run) {
        return new Unknown(words());
    }

    @Override
    public Cancellation cancel(Run run) {
        return new Unknown(words());
    }

    private String words() {
        return name + " is not configured here";
    }
}
