package dev.makegood.http.server;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A token bucket for each key: a request takes one token, and tokens come back with time. */
final class TokenBuckets {

    private static final int BUCKETS_MAX = 100_000;

    private final int perSecond;
    private final int burst;
    private final ClockTimeMeter timeMeter;
    private final LruCache<String, Bucket> buckets = new LruCache<>(BUCKETS_MAX);

    TokenBuckets(int perSecond, int burst, InstantSource clock) {
        this.perSecond = perSecond;
        this.burst = Math.max(perSecond, burst);
        this.timeMeter = new ClockTimeMeter(clock);
    }

    /** Takes a token; answers zero, or how long to wait if there was none. */
    Duration takeToken(String key) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        var probe = buckets.getOrCreate(key, this::newBucket).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .withCustomTimePrecision(timeMeter)
                .addLimit(limit -> limit.capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Our clock, as the buckets read it. */
    private record ClockTimeMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
