package dev.makegood.http.limits;

import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.store.StorageProbe;
import java.time.Duration;

/**
 * Begins nothing that would wait too long for the storage. More than it can take is refused at once, so that what
 * was begun is not slowed down by it; a request asks the storage several times, so each must be quick.
 */
public record LoadLimit(StorageProbe storage) {

    private static final Duration WAIT_MAX = Duration.ofMillis(50);

    /** Before a request that only reads; throws {@link ProblemException} if that would take too long. */
    public void checkReads() {
        check(storage.expectedReadWait());
    }

    /** Before any other request; throws {@link ProblemException} if that would take too long. */
    public void checkUnits() {
        checkReads();
        check(storage.expectedUnitWait());
    }

    private static void check(Duration wait) {
        if (wait.compareTo(WAIT_MAX) > 0) {
            throw new ProblemException(Problems.unavailable());
        }
    }
}
