package dev.makegood.http.limits;

import dev.makegood.customer.Identity;
import dev.makegood.http.address.ClientAddresses;
import dev.makegood.http.request.Caller;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import java.time.InstantSource;

/** Counts requests; throws {@link ProblemException} when a rate limit is exceeded. */
public final class RateLimits {

    private final TokenBuckets customers;
    private final TokenBuckets keys;
    private final TokenBuckets addresses;
    private final TokenBuckets keyLookups;

    public RateLimits(RateLimitSettings settings, InstantSource clock) {
        this.customers = new TokenBuckets("customer", settings.perCustomer(),
                settings.customerBurst(), clock);
        this.keys = new TokenBuckets("key", settings.perKey(), settings.perKey(), clock);
        this.addresses =
                new TokenBuckets("address", settings.perAddress(), settings.perAddress(), clock);
        this.keyLookups =
                new TokenBuckets("address", settings.perAddress(), settings.perAddress(), clock);
    }

    public RateLimit acquireForCustomer(Identity customer) {
        return accepted(customers.takeToken(customer.toString()));
    }

    public RateLimit acquireForKey(Caller caller) {
        return accepted(keys.takeToken(caller.name()));
    }

    public RateLimit acquireForAddress(String address) {
        return accepted(addresses.takeToken(ClientAddresses.rateLimitKey(address)));
    }

    /**
     * Before the database is asked for a key that was never valid here. Apart from the limit of the address, so that
     * strangers without a key do not slow those that have one.
     */
    public void acquireForKeyLookup(String address) {
        var unused = accepted(keyLookups.takeToken(ClientAddresses.rateLimitKey(address)));
    }

    /** The key was valid. */
    public void returnKeyLookup(String address) {
        keyLookups.returnToken(ClientAddresses.rateLimitKey(address));
    }

    private static RateLimit accepted(RateLimit limit) {
        if (limit.isExceeded()) {
            throw new ProblemException(Problems.rateLimited(limit.retryAfter())
                    .withHeader("RateLimit-Policy", limit.policyField())
                    .withHeader("RateLimit", limit.stateField()));
        }
        return limit;
    }
}
