package dev.makegood.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a unit changed, so that it can be undone. */
final class UndoLog {

    private final Deque<Runnable> undoSteps = new ArrayDeque<>();

    void record(Runnable undoStep) {
        undoSteps.push(undoStep);
    }

    void commit() {
        undoSteps.clear();
    }

    void rollBack() {
        while (!undoSteps.isEmpty()) {
            undoSteps.pop().run();
        }
    }
}
