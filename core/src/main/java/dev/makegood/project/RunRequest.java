package dev.makegood.project;

import dev.makegood.pricing.Operation;
import java.time.Instant;
import java.util.Map;

/**
 * One project sent to its pipeline, once per attempt.
 *
 * @param attempt 1 for the first; an operator's retry makes the next
 * @param sentAt when this attempt was sent, for the first time that may have arrived
 * @param repeated whether an earlier sending of the same attempt may have arrived
 */
public record RunRequest(ProjectId id, int attempt, Order order, Instant sentAt, boolean repeated) {

    public Operation operation() {
        return order.operation();
    }

    public String prompt() {
        return order.prompt();
    }

    public Map<String, String> inputs() {
        return order.inputs();
    }

    public String metadata() {
        return order.metadata();
    }
}
