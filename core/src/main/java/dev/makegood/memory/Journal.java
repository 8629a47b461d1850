package dev.makegood.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a unit changed, so that it can be taken back. */
final class Journal {

    private final Deque<Runnable> undo = new ArrayDeque<>();

    void changed(Runnable back) {
        undo.push(back);
    }

    void commit() {
        undo.clear();
    }

    void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
