package dev.makegood.ledger;

import java.util.UUID;

/**
 * What a transfer is about: a project, a payment, a capture, a grant, a customer's welcome.
 *
 * @param kind a word of the domain, for example {@code project}; at most 20 characters
 */
public record About(String kind, UUID id) {

    private static final int KIND_MAX = 20;

    public About {
        if (kind.isBlank() || kind.length() > KIND_MAX) {
            throw new IllegalArgumentException("a transfer is about no " + kind);
        }
    }

    public static About project(UUID id) {
        return new About("project", id);
    }

    public static About payment(UUID id) {
        return new About("payment", id);
    }

    static About transfer(Kind kind, TransferId id) {
        return new About(kind.label(), id.value());
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
