package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.pricing.Quote;
import java.time.Instant;
import java.util.UUID;

/** What hardly changes about a project: whose it is, what was ordered, for how much, paid how, done where. */
public record Brief(ProjectId id, CustomerId customer, Order order, Quote quote, Funding funding,
        String pipeline, Instant createdAt) {

    Brief paidBy(UUID payment) {
        return new Brief(id, customer, order, quote, new Funding.ByMoney(payment), pipeline,
                createdAt);
    }
}
