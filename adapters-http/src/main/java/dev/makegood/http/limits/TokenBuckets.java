package dev.makegood.http.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A token bucket for each key: a request takes one token, and tokens come back with time. */
final class TokenBuckets {

    private static final int BUCKETS_MAX = 100_000;

    private final String policy;
    private final int perSecond;
    private final int burst;
    private final ClockTimeMeter timeMeter;
    private final LruCache<String, Bucket> buckets = new LruCache<>(BUCKETS_MAX);

    TokenBuckets(String policy, int perSecond, int burst, InstantSource clock) {
        this.policy = policy;
        this.perSecond = perSecond;
        this.burst = Math.max(perSecond, burst);
        this.timeMeter = new ClockTimeMeter(clock);
    }

    /** Takes a token, if there is one. */
    RateLimit takeToken(String key) {
        if (perSecond == 0) {
            return RateLimit.NONE;
        }
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        var wait = probe.isConsumed() ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
        return new RateLimit(policy, burst, perSecond, probe.getRemainingTokens(), wait);
    }

    /** Gives a token back that was taken and not needed. */
    void returnToken(String key) {
        if (perSecond > 0) {
            bucket(key).addTokens(1);
        }
    }

    private Bucket bucket(String key) {
        return buckets.getOrCreate(key, this::newBucket);
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
