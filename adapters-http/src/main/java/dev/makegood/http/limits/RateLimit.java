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

    /** What it allows, as the header {@code RateLimit-Policy} says it. */
    public String policyField() {
        return "\"%s\";q=%d;w=%d".formatted(policy, burst, roundUp(burst));
    }

    /** What is left of it, and the seconds until all of it is there again, as the header {@code RateLimit} says it. */
    public String stateField() {
        return "\"%s\";r=%d;t=%d".formatted(policy, remaining, roundUp(burst - remaining));
    }

    private long roundUp(long requests) {
        return Math.max(1, Math.ceilDiv(requests, perSecond));
    }

    public boolean isNone() {
        return perSecond == 0;
    }

    boolean isExceeded() {
        return !retryAfter.isZero();
    }
}
