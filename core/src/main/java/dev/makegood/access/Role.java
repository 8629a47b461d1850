package dev.makegood.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a key may be used for. */
public enum Role {
    /** A product: acts for any customer it names. */
    APP("app"),
    /** A pipeline: reports how runs ended, nothing else. */
    PIPELINE("pipeline"),
    /** A worker: takes jobs from its queues. */
    WORKER("worker"),
    /** A person who runs the installation: reads everything, refunds, grants, adjusts, retries. */
    OPERATOR("operator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Reads a label; empty if there is no such role. */
    public static Optional<Role> of(String label) {
        return Stream.of(values()).filter(role -> role.label.equals(label)).findFirst();
    }
}
