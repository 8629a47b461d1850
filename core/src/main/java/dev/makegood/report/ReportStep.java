package dev.makegood.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the periods of a report are. */
public enum ReportStep {
    DAY("day"),
    MONTH("month");

    private final String label;

    ReportStep(String label) {
        this.label = label;
    }

    /** Reads a label; empty if there is no such step. */
    public static Optional<ReportStep> of(String label) {
        return Stream.of(values()).filter(step -> step.label.equals(label)).findFirst();
    }

    LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case MONTH -> day.withDayOfMonth(1).plusMonths(1);
        };
    }
}
