package dev.makegood.simulation;

import java.util.function.Supplier;

/** Something a client asks for, with an id of its own, again and again until it is answered. */
final class Deed {

    /**
     * What was answered.
     *
     * @param stands whether it is done now, so that asking again must change nothing
     * @param moved whether it was done just now
     * @param effect what follows for what we expect, once
     */
    record Answer(boolean stands, boolean moved, Runnable effect) {

        static Answer refused() {
            return new Answer(false, false, () -> {});
        }
    }

    private final String name;
    private final Supplier<Answer> asking;
    private boolean answered;
    private boolean stands;

    Deed(String name, Supplier<Answer> asking) {
        this.name = name;
        this.asking = asking;
    }

    boolean stands() {
        return stands;
    }

    void ask() {
        var answer = asking.get();
        if (answered && answer.moved()) {
            throw new AssertionError("I9: it moved twice: " + name);
        }
        if (!answered) {
            answered = true;
            stands = answer.stands();
            answer.effect().run();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
