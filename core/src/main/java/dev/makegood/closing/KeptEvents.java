package dev.makegood.closing;

import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.GrantFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which events of closed books stay: all that still vouch for something.
 *
 * <p>Cut are the steps of a project before its end, for the event of its end vouches for all of it,
 * and what was held, captured, released and expired, for the transfers say so themselves. What a
 * person did stays, whatever it was.
 */
public final class KeptEvents {

    private static final Set<String> STEPS = Set.of("project.created", "project.started");
    private static final Set<String> ENDS = Set.of("project.completed", "project.failed");
    private static final Set<String> MOVEMENTS = Set.of("credits.held", "credits.captured",
            "credits.released", "credits.expired");
    /** Those who are no person: a rule, a pipeline, the customer who ordered. */
    private static final Set<String> ROUTINE = Set.of("makegood", "pipeline", "customer");

    private final Map<String, Long> endByProject = new HashMap<>();

    /** All closed events pass here once, before any of them is judged. */
    public void add(RecordedEvent event) {
        if (vouchesForWhole(event)) {
            endByProject.put(project(event), event.sequence());
        }
    }

    /** Ends from before the state hashes vouch for nothing but themselves. */
    public static boolean vouchesForWhole(RecordedEvent event) {
        return ENDS.contains(event.type()) && event.stateHash() != null;
    }

    public boolean isKept(RecordedEvent event) {
        return !(isStep(event) || isMovement(event))
                || !ROUTINE.contains(event.facts().getOrDefault("actor", "makegood"));
    }

    private boolean isStep(RecordedEvent event) {
        return STEPS.contains(event.type())
                && endByProject.getOrDefault(project(event), 0L) > event.sequence();
    }

    private static boolean isMovement(RecordedEvent event) {
        return MOVEMENTS.contains(event.type())
                && event.facts()
                        .keySet()
                        .stream()
                        .noneMatch(name -> name.startsWith(GrantFacts.REOPENED));
    }

    private static String project(RecordedEvent event) {
        return event.facts().getOrDefault("project", "");
    }
}
