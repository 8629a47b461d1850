package dev.makegood.audit;

import dev.makegood.closing.Base;
import dev.makegood.closing.KeptEvents;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Transfer;
import dev.makegood.project.Project;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** I10: every transfer and every end of a project has one event, or is in the base. */
final class EventsCheck {

    private static final int CREATED = 1;
    private static final int COMPLETED = 10;
    private static final int FAILED = 100;

    private final ViolationCollector violations;
    private final @Nullable Base base;
    private final Iterator<Transfer> transfers;
    /** The events each project should have, less those it has. */
    private final Map<String, Integer> missing = new HashMap<>();

    /** {@code transfers} are those after the base. */
    EventsCheck(
            ViolationCollector violations, @Nullable Base base, Iterator<Transfer> transfers) {
        this.violations = violations;
        this.base = base;
        this.transfers = transfers;
    }

    void check(Project project) {
        missing.put(project.id().toString(), switch (project) {
            case Project.Open p -> CREATED;
            case Project.Completed p -> CREATED + COMPLETED;
            case Project.Failed p -> CREATED + FAILED;
        });
    }

    void check(RecordedEvent event) {
        switch (event.type()) {
            case "project.created" -> countDown(event, CREATED);
            case "project.completed" -> countDown(event, COMPLETED);
            case "project.failed" -> countDown(event, FAILED);
            default -> checkTransferEvent(event);
        }
    }

    private void countDown(RecordedEvent event, int weight) {
        countOne(event, weight);
        if (isBased(event) && KeptEvents.vouchesForWhole(event)) {
            countOne(event, CREATED);
        }
    }

    private boolean isBased(RecordedEvent event) {
        return base != null && base.covers(event);
    }

    private void countOne(RecordedEvent event, int weight) {
        missing.merge(event.facts().getOrDefault("project", ""), -weight, Integer::sum);
    }

    private void checkTransferEvent(RecordedEvent event) {
        if (event.type().startsWith("credits.") && !isBased(event)) {
            var transferId = event.facts().getOrDefault("transfer", "");
            violations.expect(transfers.hasNext() && matches(transfers.next(), event, transferId),
                    "I10",
                    () -> "event " + event.sequence() + " is not that of the next transfer: "
                            + transferId);
        }
    }

    private static boolean matches(Transfer transfer, RecordedEvent event, String transferId) {
        return transfer.id().toString().equals(transferId)
                && transfer.kind().eventType().equals(event.type())
                && (event.stateHash() == null || event.stateHash().equals(transfer.hash()));
    }

    void finish() {
        violations.expect(!transfers.hasNext(), "I10",
                () -> "no event for transfer " + transfers.next().sequence());
        missing.forEach((project, left) -> violations.expect(left == 0, "I10",
                () -> "project " + project + " has too few or too many events: " + left));
    }
}
