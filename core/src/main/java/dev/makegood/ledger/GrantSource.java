package dev.makegood.ledger;

import java.util.Optional;
import java.util.stream.Stream;

/** Where granted credits come from, in the order in which they are spent when all else is equal. */
public enum GrantSource {
    PROMOTION("promotion"),
    SIGNUP("signup"),
    WEEKLY_BONUS("weekly_bonus"),
    COMPENSATION("compensation"),
    ADJUSTMENT("adjustment"),
    PURCHASE("purchase");

    private final String label;

    GrantSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Reads a label; empty if there is no such source. */
    public static Optional<GrantSource> of(String label) {
        return Stream.of(values()).filter(source -> source.label.equals(label)).findFirst();
    }
}
