package dev.makegood.project;

import java.util.Optional;
import java.util.stream.Stream;

/** The status of a project as the outside sees it (S1); the model itself is {@link Project}. */
public enum ProjectStatus {
    PENDING("pending"),
    PROCESSING("processing"),
    COMPLETED("completed"),
    FAILED("failed");

    private final String label;

    ProjectStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Reads a label; empty if there is no such status. */
    public static Optional<ProjectStatus> of(String label) {
        return Stream.of(values()).filter(status -> status.label.equals(label)).findFirst();
    }
}
