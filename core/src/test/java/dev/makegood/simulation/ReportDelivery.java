package dev.makegood.simulation;

import dev.makegood.project.ProjectId;
import dev.makegood.project.RunReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Reports on their way: late, out of order, some twice, some never. */
final class ReportDelivery {

    record DelayedReport(Instant arrivesAt, long number, ProjectId project, RunReport report) {}

    private final PriorityQueue<DelayedReport> underWay = new PriorityQueue<>(
            Comparator.comparing(DelayedReport::arrivesAt)
                    .thenComparingLong(DelayedReport::number));
    private long letters;

    void send(ProjectId project, RunReport report, Instant arrivesAt) {
        underWay.add(new DelayedReport(arrivesAt, letters++, project, report));
    }

    /** The next one that has arrived; it is not sent again. */
    Optional<DelayedReport> pollArrived(Instant now) {
        var next = underWay.peek();
        if (next == null || next.arrivesAt().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(underWay.remove());
    }
}
