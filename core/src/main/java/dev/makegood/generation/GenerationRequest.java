package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for a generation: the project that does it, and how it is paid.
 *
 * @param id the project's id, and the request's
 * @param price what it costs, as calculated when it was ordered; zero if it is free
 * @param payment the latest payment; null before the first, and if it is free
 * @param isPaid whether a payment of it succeeded
 */
public record GenerationRequest(ProjectId id, CustomerId customer, Hostname hostname,
        String provider, Money price, @Nullable PaymentId payment, boolean isPaid,
        Instant createdAt) {

    public boolean isFree() {
        return price.isNone();
    }

    GenerationRequest withPayment(PaymentId other) {
        return new GenerationRequest(id, customer, hostname, provider, price, other, isPaid,
                createdAt);
    }

    GenerationRequest withSucceededPayment(PaymentId other) {
        return new GenerationRequest(id, customer, hostname, provider, price, other, true,
                createdAt);
    }
}
