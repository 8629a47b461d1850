package dev.makegood.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a report, in UTC: from the first day until just before the last, by day or by month.
 *
 * @param to the first day that is not in it
 */
public record ReportRange(LocalDate from, LocalDate to, ReportStep by) {

    private static final int PERIODS_MAX = 1_100;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(3000, 1, 1);

    public ReportRange {
        findProblem(from, to, by).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Why this cannot be a range; empty if it can. */
    public static Optional<String> findProblem(LocalDate from, LocalDate to, ReportStep by) {
        if (from.isBefore(FIRST) || to.isAfter(LAST) || !from.isBefore(to)) {
            return Optional.of("must be two days, the second later than the first");
        }
        return days(from, to, by).size() > PERIODS_MAX + 1
                ? Optional
                        .of("has more than " + PERIODS_MAX + " periods; ask for fewer, or by month")
                : Optional.empty();
    }

    /** The first day of each period, and the end. */
    List<LocalDate> days() {
        return days(from, to, by);
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to, ReportStep by) {
        var days = new ArrayList<LocalDate>();
        for (var day = from; day.isBefore(to) && days.size() <= PERIODS_MAX + 1; day =
                by.next(day)) {
            days.add(day);
        }
        days.add(to);
        return days;
    }

    /** When each period begins, and when the last one ends. */
    List<Instant> bounds() {
        return days().stream().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).toList();
    }
}
