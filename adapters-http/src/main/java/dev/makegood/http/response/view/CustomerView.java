package dev.makegood.http.response.view;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.response.view.LedgerViews.BalanceView;
import dev.makegood.http.response.view.ProjectViews.ProjectStatisticsView;
import dev.makegood.ledger.Balance;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as an operator sees him.
 *
 * @param createdAt null if a host manages him by his id alone
 */
public record CustomerView(UUID customerId, String customer, @Nullable Instant createdAt,
        BalanceView balance, ProjectStatisticsView projects) {

    public static CustomerView of(
            CustomerId id, Optional<Customer> known, Balance balance, Statistics statistics) {
        return new CustomerView(id.value(),
                known.map(customer -> customer.identity().toString()).orElseGet(id::toString),
                known.map(Customer::createdAt).orElse(null), BalanceView.of(balance),
                ProjectStatisticsView.of(statistics));
    }
}
