package dev.makegood.simulation;

import java.util.function.Supplier;

/** A client's command, with an id of its own, repeated until it is answered. */
final class SimulatedCommand {

    /**
     * What was answered.
     *
     * @param isDone whether it is done now, so that repeating it must change nothing
     * @param hasMoved whether it was done just now
     * @param effect what follows for what we expect, once
     */
    record CommandOutcome(boolean isDone, boolean hasMoved, Runnable effect) {

        static CommandOutcome refused() {
            return new CommandOutcome(false, false, () -> {});
        }
    }

    private final String name;
    private final Supplier<CommandOutcome> call;
    private boolean answered;
    private boolean isDone;

    SimulatedCommand(String name, Supplier<CommandOutcome> call) {
        this.name = name;
        this.call = call;
    }

    boolean isDone() {
        return isDone;
    }

    void send() {
        var commandOutcome = call.get();
        if (answered && commandOutcome.hasMoved()) {
            throw new AssertionError("I9: it moved twice: " + name);
        }
        if (!answered) {
            answered = true;
            isDone = commandOutcome.isDone();
            commandOutcome.effect().run();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
