package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a generation: the project that does it, and how it is paid.
 *
 * @param id the project's id, and the request's
 * @param price what it costs, as calculated when it was asked for; nothing if it is free
 * @param payment the latest that was asked for; null before the first, and if it is free
 * @param paid whether a payment of it succeeded
 */
public record GenerationRequest(ProjectId id, CustomerId customer, Hostname hostname,
        String provider, Money price,
        @Nullable PaymentId payment, boolean paid, Instant createdAt) {

    public boolean isFree() {
        return price.isNone();
    }

    GenerationRequest askedFor(PaymentId other) {
        return new GenerationRequest(id, customer, hostname, provider, price, other, paid,
                createdAt);
    }

    GenerationRequest paidBy(PaymentId other) {
        return new GenerationRequest(id, customer, hostname, provider, price, other, true,
                createdAt);
    }
}
