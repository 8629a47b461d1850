package dev.makegood;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Runs every step, even after one failed, and throws the first error at the end. */
final class ErrorCollector {

    private final ArrayDeque<RuntimeException> errors = new ArrayDeque<>();

    /** Runs a step, and keeps what it throws. */
    void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            errors.add(e);
        }
    }

    void throwFirst() {
        @Nullable
        RuntimeException first = errors.poll();
        if (first != null) {
            errors.forEach(first::addSuppressed);
            throw first;
        }
    }
}
