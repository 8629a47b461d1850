/**
 * How much each caller may ask for: rate limits of customers, keys and addresses.
 *
 * <p>Start at {@link dev.makegood.http.limits.RateLimits}.
 */
@NullMarked
package dev.makegood.http.limits;

import org.jspecify.annotations.NullMarked;
