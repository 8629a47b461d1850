package dev.makegood.http.limits;

import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many requests are worked on at once.
 *
 * <p>Work that depends on the client, such as reading his body or sending him the response, stays outside: else slow
 * clients would keep the others out.
 */
public final class ConcurrencyLimit {

    private final Semaphore permits;

    public ConcurrencyLimit(int requestsMax) {
        this.permits = new Semaphore(requestsMax);
    }

    /** Does the work; throws {@link ProblemException} if too much is being worked on. */
    public <T> T during(Supplier<T> work) {
        if (!permits.tryAcquire()) {
            throw new ProblemException(Problems.unavailable());
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
