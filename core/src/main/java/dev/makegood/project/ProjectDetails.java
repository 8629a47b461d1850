package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.pricing.Quote;
import java.time.Instant;
import java.util.UUID;

/** What hardly changes about a project: its customer, order, quote, funding and pipeline. */
public record ProjectDetails(ProjectId id, CustomerId customer, Order order, Quote quote,
        Funding funding, String pipeline, Instant createdAt) {

    ProjectDetails withPayment(UUID payment) {
        return new ProjectDetails(id, customer, order, quote, new Funding.ByMoney(payment),
                pipeline, createdAt);
    }
}
