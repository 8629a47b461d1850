package dev.makegood.customer;

import java.util.UUID;

/** Identifies one customer: the owner of a wallet and of projects. */
public record CustomerId(UUID value) {

    /** Owner of what belongs to no customer: API keys, prices, notices that match no payment. */
    public static final CustomerId SYSTEM_ACCOUNT = new CustomerId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
