package dev.makegood.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** How often each of many may ask: a bucket of turns for each, that fills again by itself. */
final class Buckets {

    private static final int BUCKETS_MAX = 100_000;

    private final int perSecond;
    private final int burst;
    private final Ticks ticks;
    private final Recent<String, Bucket> buckets = new Recent<>(BUCKETS_MAX);

    Buckets(int perSecond, int burst, InstantSource clock) {
        this.perSecond = perSecond;
        this.burst = Math.max(perSecond, burst);
        this.ticks = new Ticks(clock);
    }

    /** Takes a turn; answers how long to wait for one, nothing if there was one. */
    Duration wait(String who) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        var turn = buckets.getOrMake(who, this::bucket).tryConsumeAndReturnRemaining(1);
        return turn.isConsumed() ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, turn.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(ticks)
                .addLimit(limit -> limit.capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** The clock we are given, as buckets read it. */
    private record Ticks(InstantSource clock) implements TimeMeter {

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
