package dev.makegood;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Lets every step have its turn, and raises what went wrong at the end. */
final class Troubles {

    private final ArrayDeque<RuntimeException> raised = new ArrayDeque<>();

    /** Runs a step, and keeps what it throws. */
    void watch(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            raised.add(e);
        }
    }

    void raise() {
        @Nullable
        RuntimeException first = raised.poll();
        if (first != null) {
            raised.forEach(first::addSuppressed);
            throw first;
        }
    }
}
