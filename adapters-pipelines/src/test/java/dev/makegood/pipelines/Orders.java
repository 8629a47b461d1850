package dev.makegood.pipelines;

import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Orders as core hands them to a pipeline. */
public final class Orders {

    private Orders() {}

    /** The first sending of a film of this number. */
    public static RunOrder film(long number, String prompt, Instant at, String... multipliers) {
        return film(number, new Order(Operation.of("story-editor", "project-video", multipliers),
                prompt, Map.of("aspectRatio", "9:16"), "{}"), at);
    }

    public static RunOrder film(long number, Order order, Instant at) {
        return new RunOrder(new ProjectId(new UUID(number, 7)), 1, order, at, false);
    }

    public static RunOrder again(RunOrder order) {
        return new RunOrder(order.id(), order.attempt(), order.order(), order.sentAt(), true);
    }

    /** The same attempt, handed over anew after nothing of it had arrived. */
    public static RunOrder anew(RunOrder order, Instant at) {
        return new RunOrder(order.id(), order.attempt(), order.order(), at, false);
    }

    public static Run run(RunOrder order, RunId id) {
        return new Run(order.id(), order.attempt(), id, order.sentAt());
    }
}
