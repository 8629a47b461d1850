package dev.makegood.http.server;

import dev.makegood.customer.Identity;
import dev.makegood.http.address.ClientAddresses;
import dev.makegood.http.request.Caller;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import java.time.Duration;
import java.time.InstantSource;

/** Counts requests; throws {@link ProblemException} when a rate limit is exceeded. */
public final class RateLimits {

    private final TokenBuckets customers;
    private final TokenBuckets keys;
    private final TokenBuckets addresses;

    public RateLimits(RateLimitSettings settings, InstantSource clock) {
        this.customers = new TokenBuckets(settings.perCustomer(), settings.customerBurst(), clock);
        this.keys = new TokenBuckets(settings.perKey(), settings.perKey(), clock);
        this.addresses = new TokenBuckets(settings.perAddress(), settings.perAddress(), clock);
    }

    void acquireForCustomer(Identity customer) {
        refuseIfLimited(customers.takeToken(customer.toString()));
    }

    void acquireForKey(Caller caller) {
        refuseIfLimited(keys.takeToken(caller.name()));
    }

    public void acquireForAddress(String address) {
        refuseIfLimited(addresses.takeToken(ClientAddresses.rateLimitKey(address)));
    }

    private static void refuseIfLimited(Duration wait) {
        if (!wait.isZero()) {
            throw new ProblemException(Problems.rateLimited(wait));
        }
    }
}
