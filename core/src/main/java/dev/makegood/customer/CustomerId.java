package dev.makegood.customer;

import java.util.UUID;

/** Names one customer: the owner of a wallet and of projects. */
public record CustomerId(UUID value) {

    /** Owner of what belongs to nobody else: keys, prices, notices nobody can place. */
    public static final CustomerId HOUSE = new CustomerId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
