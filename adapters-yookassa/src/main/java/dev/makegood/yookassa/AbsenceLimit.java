package dev.makegood.yookassa;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the objects of notices that their API does not know: after some in a minute, more are not worth a read.
 *
 * <p>A genuine notice is about an object that is there; ids that are not are invented, any number of them.
 */
final class AbsenceLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ABSENCES_MAX = 20;

    private final InstantSource clock;
    private final AtomicReference<Window> current =
            new AtomicReference<>(new Window(Instant.MIN, 0));

    AbsenceLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Window(Instant until, int absences) {

        Window at(Instant now) {
            return now.isBefore(until) ? this : new Window(now.plus(WINDOW), 0);
        }

        Window plusOne() {
            return new Window(until, absences + 1);
        }
    }

    boolean isReached() {
        return current.get().at(clock.instant()).absences() >= ABSENCES_MAX;
    }

    void add() {
        var unused = current.updateAndGet(window -> window.at(clock.instant()).plusOne());
    }
}
