package dev.makegood.audit;

import dev.makegood.event.Event;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Hash;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I16: what the events say of a project's order and end, and of a payment's amount, is what is
 * stored; also where they are older than the state hashes.
 */
final class FactsCheck {

    private static final Map<String, List<String>> COMPARED = Map.of(
            "project.created", List.of("operation", "pipeline"),
            "project.completed", List.of("result", "creditsUsed"),
            "project.failed", List.of("failureReason", "message"),
            "payment.billed", List.of("gateway", "amount", "currency"));

    private final ViolationCollector violations;
    /** The hash of the facts there should be, by the type of the event and what it is about. */
    private final Map<String, Hash> expected = new HashMap<>();

    FactsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Project project) {
        expect(new ProjectEvent.ProjectCreated(project));
        switch (project) {
            case Project.Open p -> {
            }
            case Project.Completed p -> expect(new ProjectEvent.ProjectCompleted(p));
            case Project.Failed p -> expect(new ProjectEvent.ProjectFailed(p, ""));
        }
    }

    void check(Payment payment) {
        expect(new PaymentEvent("billed", payment, Map.of()));
    }

    private void expect(Event event) {
        expected.put(key(event), facts(event));
    }

    void check(RecordedEvent event) {
        if (COMPARED.containsKey(event.type())) {
            @Nullable
            Hash facts = expected.remove(key(event));
            violations.expect(facts == null || facts.equals(facts(event)), "I16",
                    () -> "what event " + event.sequence() + ", " + event.type() + ", says is not"
                            + " what is stored of " + event.facts());
        }
    }

    private static String key(Event event) {
        var concept = event.type().substring(0, event.type().indexOf('.'));
        return event.type() + " " + event.facts().get(concept);
    }

    private static Hash facts(Event event) {
        return Hash.ofFields(COMPARED.getOrDefault(event.type(), List.of())
                .stream()
                .map(name -> event.facts().getOrDefault(name, ""))
                .toArray());
    }
}
