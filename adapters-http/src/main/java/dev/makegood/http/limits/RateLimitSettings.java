package dev.makegood.http.limits;

import java.util.List;

/**
 * How many requests a second are accepted; 0 means no limit.
 *
 * @param perCustomer for one customer, on average
 * @param customerBurst for one customer, all at once
 * @param perKey with one key
 * @param perAddress from one address, without a valid key
 */
public record RateLimitSettings(int perCustomer, int customerBurst, int perKey, int perAddress) {

    public static final RateLimitSettings DEFAULTS = new RateLimitSettings(100, 200, 1_000, 20);

    /** No limits: for a demo. */
    public static final RateLimitSettings NONE = new RateLimitSettings(0, 0, 0, 0);

    public RateLimitSettings {
        if (Math.min(Math.min(perCustomer, customerBurst), Math.min(perKey, perAddress)) < 0) {
            throw new IllegalArgumentException("a rate limit must be 0 (no limit) or more: "
                    + List.of(perCustomer, customerBurst, perKey, perAddress));
        }
    }
}
