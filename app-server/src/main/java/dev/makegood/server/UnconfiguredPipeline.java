package dev.makegood.server;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunRequest;

/** In place of a pipeline that is not configured here: nothing is sent, nothing is decided. */
record UnconfiguredPipeline(String name) implements Pipeline {

    @Override
    public StartResult start(RunRequest request) {
        return request.repeated() ? new Unknown(reason()) : new NotStarted(reason());
    }

    @Override
    public RunPollResult poll(Run run) {
        return new Unknown(reason());
    }

    @Override
    public CancelResult cancel(Run run) {
        return new Unknown(reason());
    }

    private String reason() {
        return name + " is not configured here";
    }
}
