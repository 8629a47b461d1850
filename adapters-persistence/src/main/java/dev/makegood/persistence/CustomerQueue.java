package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one unit of a customer at a time go to the database. The others wait here, without a connection: the
 * customer's lock would let no more of them on, and they would keep the connections from everybody else.
 *
 * @param waitingMax of one customer; one more is refused at once
 * @param waitMax after which one that waits is refused
 */
record CustomerQueue(int waitingMax, Duration waitMax, ConcurrentHashMap<CustomerId, Turn> turns) {

    private static final int WAITING_MAX = 128;
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    static CustomerQueue standard() {
        return of(WAITING_MAX, WAIT_MAX);
    }

    static CustomerQueue of(int waitingMax, Duration waitMax) {
        return new CustomerQueue(waitingMax, waitMax, new ConcurrentHashMap<>());
    }

    /**
     * Runs the unit when those that came before it have ended.
     *
     * @throws StoreUnavailableException if too many wait already, or it waited too long
     */
    <R> R run(CustomerId customer, Supplier<R> unit) {
        var turn = turns.compute(customer, (id, known) -> join(known));
        try {
            turn.await(customer, waitMax);
            try {
                return unit.get();
            } finally {
                turn.free.release();
            }
        } finally {
            turns.compute(customer, (id, known) -> --turn.members == 0 ? null : turn);
        }
    }

    private Turn join(@Nullable Turn known) {
        var turn = known == null ? new Turn() : known;
        if (turn.members > waitingMax) {
            throw new StoreUnavailableException(
                    "more than " + waitingMax + " commands for one customer wait already");
        }
        turn.members++;
        return turn;
    }

    /** Of one customer: whose it is now, and how many have joined. */
    static final class Turn {

        private final Semaphore free = new Semaphore(1, true);
        /** Changed only while the map computes. */
        private int members;

        private void await(CustomerId customer, Duration waitMax) {
            if (!acquire(waitMax)) {
                throw new StoreUnavailableException("the commands before it for the customer "
                        + customer + " took longer than " + waitMax.toSeconds() + " s");
            }
        }

        private boolean acquire(Duration waitMax) {
            try {
                return free.tryAcquire(waitMax.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("interrupted while waiting for a customer", e);
            }
        }
    }
}
