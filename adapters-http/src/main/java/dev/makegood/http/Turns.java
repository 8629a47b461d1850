package dev.makegood.http;

import dev.makegood.customer.Identity;
import java.time.Duration;
import java.time.InstantSource;

/** Whose turn it is: throws {@link Refused} where somebody asks too often. */
final class Turns {

    private final Buckets customers;
    private final Buckets keys;
    private final Buckets addresses;

    Turns(Limits limits, InstantSource clock) {
        this.customers = new Buckets(limits.ofCustomer(), limits.customerBurst(), clock);
        this.keys = new Buckets(limits.ofKey(), limits.ofKey(), clock);
        this.addresses = new Buckets(limits.ofAddress(), limits.ofAddress(), clock);
    }

    void ofCustomer(Identity customer) {
        check(customers.wait(customer.toString()));
    }

    void ofKey(Caller caller) {
        check(keys.wait(caller.name()));
    }

    void ofAddress(String address) {
        check(addresses.wait(Addresses.shortened(address)));
    }

    private static void check(Duration wait) {
        if (!wait.isZero()) {
            throw new Refused("too often", Problems.tooMany(wait));
        }
    }
}
