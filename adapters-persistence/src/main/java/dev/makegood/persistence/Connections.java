package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;

/** Connections of one kind, and how long whoever asks for one now will wait. */
final class Connections {

    /** So many uses, roughly, are behind the average time of one. */
    private static final int USES_REMEMBERED = 16;

    private final DataSource source;
    private final int size;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong averageUseNanos = new AtomicLong();

    /** Of a source that has so many; 0 if that is not known. */
    Connections(DataSource source, int size) {
        this.source = source;
        this.size = size;
    }

    /** Uses one as soon as it is free. */
    <R> R use(Function<Connection, R> work) {
        try (var connection = open()) {
            long startNanos = System.nanoTime();
            try {
                return work.apply(connection);
            } finally {
                remember(System.nanoTime() - startNanos);
            }
        } catch (SQLException e) {
            throw DatabaseErrors.of(e);
        }
    }

    /** Zero if nobody waits, or if it is not known how many are served at once. */
    Duration expectedWait() {
        return size == 0 ? Duration.ZERO
                : Duration.ofNanos(averageUseNanos.get())
                        .multipliedBy(waiting.get())
                        .dividedBy(size);
    }

    /** The pool has waited long enough already: this is not retried. */
    private Connection open() {
        waiting.incrementAndGet();
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw DatabaseErrors.storeUnavailable(e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void remember(long useNanos) {
        averageUseNanos.updateAndGet(average -> average == 0 ? useNanos
                : average + (useNanos - average) / USES_REMEMBERED);
    }
}
