package dev.makegood.http.limits;

import java.time.Duration;

/**
 * What a rate limit said to one request.
 *
 * @param policy whom it limits: {@code customer}, {@code key} or {@code address}
 * @param burst how many requests are accepted all at once
 * @param perSecond how many on average; 0 means no limit
 * @param remaining how many more would be accepted now
 * @param retryAfter zero if this one is accepted
 */
public record RateLimit(
        String policy, int burst, int perSecond, long remaining, Duration retryAfter) {

    public static final RateLimit NONE = new RateLimit("none", 0, 0, 0, Duration.ZERO);

    boolean isExceeded() {
        return !retryAfter.isZero();
    }
}
