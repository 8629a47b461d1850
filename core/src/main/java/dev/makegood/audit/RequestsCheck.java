package dev.makegood.audit;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** I16: a request for a generation asks for what its project does, and its payment for its price. */
final class RequestsCheck {

    private final ViolationCollector violations;
    private final Map<ProjectId, Map<String, String>> ordered = new HashMap<>();
    private final Map<PaymentId, Money> prices = new HashMap<>();

    RequestsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Project project) {
        var order = project.details().order();
        if (order.operation().category().equals("generation")) {
            ordered.put(project.id(), order.inputs());
        }
    }

    void check(GenerationRequest request) {
        var asked = Map.of("hostname", request.hostname().value(), "provider", request.provider());
        var inputs = ordered.getOrDefault(request.id(), Map.of());
        violations.expect(asked.equals(inputs), "I16", () -> "request " + request.id() + " is for "
                + asked + ", its project for " + inputs);
        if (request.payment() != null) {
            prices.put(request.payment(), request.price());
        }
    }

    void check(Payment payment) {
        @Nullable
        Money price = prices.get(payment.id());
        violations.expect(price == null || price.equals(payment.details().amount()), "I16",
                () -> "payment " + payment.id() + " is of " + payment.details().amount()
                        + ", what it is for costs " + price);
    }
}
