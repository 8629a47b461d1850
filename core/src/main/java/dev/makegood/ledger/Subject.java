package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import java.util.UUID;

/**
 * What a transfer is about: a project, a payment, a capture, a grant, a customer.
 *
 * @param kind a word of the domain, for example {@code project}; at most 20 characters
 */
public record Subject(String kind, UUID id) {

    private static final int KIND_MAX = 20;

    public Subject {
        if (kind.isBlank() || kind.length() > KIND_MAX) {
            throw new IllegalArgumentException(
                    "the kind of a subject must have 1 to " + KIND_MAX + " characters: " + kind);
        }
    }

    public static Subject project(UUID id) {
        return new Subject("project", id);
    }

    public static Subject payment(UUID id) {
        return new Subject("payment", id);
    }

    public static Subject customer(CustomerId id) {
        return new Subject("customer", id.value());
    }

    static Subject transfer(TransferId id) {
        return new Subject("transfer", id.value());
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
