package dev.makegood.yookassa;

import dev.makegood.yookassa.YooKassaLookup.LookupAbsent;
import dev.makegood.yookassa.YooKassaLookup.LookupUnknown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what notices are about: each object once in a while, a few at once, and few that turn out to be absent.
 *
 * <p>A notice has no signature, so whoever gets through to us may send any number of them; each would be a call of
 * their API, at the cost of our own calls. Those about objects of ours are read also during a flood of invented ones.
 */
final class NoticeLookups {

    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int AT_ONCE_MAX = 8;
    private static final int OBJECTS_MAX = 1_000;
    private static final long PATIENCE_MILLIS = 1_000;

    private final InstantSource clock;
    private final AbsenceLimit absenceLimit;
    private final Semaphore permits = new Semaphore(AT_ONCE_MAX);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, NoticeObject> objects = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NoticeObject> eldest) {
            return size() > OBJECTS_MAX;
        }
    };

    NoticeLookups(InstantSource clock) {
        this.clock = clock;
        this.absenceLimit = new AbsenceLimit(clock);
    }

    /** One object, and what was read of it last. */
    private static final class NoticeObject {

        final ReentrantLock lock = new ReentrantLock();
        @Nullable
        LastReading last;
    }

    private record LastReading(
            Instant at, int claim, YooKassaLookup<YooKassaPaymentHistory> lookup) {}

    /**
     * The object of a notice, read now or a moment ago.
     *
     * @param claim how final the status is that the notice claims: a higher one is worth another look
     * @param isOurs asked only while too many were absent
     */
    YooKassaLookup<YooKassaPaymentHistory> find(
            String object, int claim, BooleanSupplier isOurs,
            Supplier<YooKassaLookup<YooKassaPaymentHistory>> read) {
        if (absenceLimit.isReached() && !isOurs.getAsBoolean()) {
            return busy();
        }
        var known = object(object);
        return whileHeld(millis -> known.lock.tryLock(millis, TimeUnit.MILLISECONDS),
                known.lock::unlock, () -> {
                    var last = known.last;
                    if (last != null
                            && last.claim() >= claim
                            && clock.instant().isBefore(last.at().plus(READ_AGAIN_AFTER))) {
                        return last.lookup();
                    }
                    return read(known, claim, read);
                });
    }

    private NoticeObject object(String name) {
        lock.lock();
        try {
            return objects.computeIfAbsent(name, n -> new NoticeObject());
        } finally {
            lock.unlock();
        }
    }

    private YooKassaLookup<YooKassaPaymentHistory> read(
            NoticeObject object, int claim,
            Supplier<YooKassaLookup<YooKassaPaymentHistory>> read) {
        return whileHeld(millis -> permits.tryAcquire(millis, TimeUnit.MILLISECONDS),
                permits::release, () -> {
                    var lookup = read.get();
                    if (lookup instanceof LookupAbsent) {
                        absenceLimit.add();
                    }
                    object.last = new LastReading(clock.instant(), claim, lookup);
                    return lookup;
                });
    }

    /** What takes a turn within some time. */
    @FunctionalInterface
    private interface Turn {
        boolean tryTake(long millis) throws InterruptedException;
    }

    /** Others wait for their turn, but not for long. */
    private static YooKassaLookup<YooKassaPaymentHistory> whileHeld(
            Turn turn, Runnable release, Supplier<YooKassaLookup<YooKassaPaymentHistory>> work) {
        try {
            if (!turn.tryTake(PATIENCE_MILLIS)) {
                return busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        }
        try {
            return work.get();
        } finally {
            release.run();
        }
    }

    private static YooKassaLookup<YooKassaPaymentHistory> busy() {
        return new LookupUnknown<>("too many notices are being read back; send it again later");
    }
}
