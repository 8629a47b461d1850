package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Hash;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentHash;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I16: a project and a payment are as the last of their events left them. */
final class StatesCheck {

    private static final class StoredState {
        private final Hash hash;
        private final String run;
        private @Nullable Hash left;
        private @Nullable String runStarted;

        StoredState(Hash hash, String run) {
            this.hash = hash;
            this.run = run;
        }
    }

    private final ViolationCollector violations;
    private final Map<String, StoredState> stored = new HashMap<>();

    StatesCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Project project) {
        var run = project instanceof Project.Processing p ? p.run() + ", attempt " + p.attempt()
                : "";
        stored.put("project " + project.id(), new StoredState(ProjectHash.of(project), run));
    }

    void check(Payment payment) {
        stored.put("payment " + payment.id(), new StoredState(PaymentHash.of(payment), ""));
    }

    /** Events of before the chain carry no state hash, and are not compared. */
    void check(RecordedEvent event) {
        find(event).filter(state -> event.stateHash() != null).ifPresent(state -> {
            state.left = event.stateHash();
            if (event.type().equals("project.started")) {
                state.runStarted = event.facts().get("run") + ", attempt "
                        + event.facts().get("attempt");
            }
        });
    }

    private Optional<StoredState> find(RecordedEvent event) {
        var concept = event.type().substring(0, event.type().indexOf('.'));
        return Optional.ofNullable(stored.get(concept + " " + event.facts().get(concept)));
    }

    void finish() {
        stored.forEach((what, state) -> {
            violations.expect(state.left == null || state.left.equals(state.hash), "I16",
                    () -> what + " is not as its last event left it:"
                            + " it was changed after it was written");
            violations.expect(state.run.isEmpty()
                    || state.runStarted == null
                    || state.run.equals(state.runStarted), "I16",
                    () -> what + " has run " + state.run + ", its last event says "
                            + state.runStarted);
        });
    }
}
