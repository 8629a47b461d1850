package dev.makegood.unit.table;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.hash.ChainHead;
import dev.makegood.ledger.Wallet;
import dev.makegood.project.Statistics;
import dev.makegood.unit.table.TableSchema.Changes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's own row, and the directory of identities. */
public final class CustomerTables {

    private static final int HASH_BYTES = 32;

    public static final TableSchema CUSTOMER = TableSchema.named("customer", Changes.UPDATES)
            .unique("customer_pk", "customer_id")
            .check("identity_is_whole",
                    row -> row.nulls("provider", "subject", "created_at") % 3 == 0)
            .check("available_is_never_negative", row -> row.isAtLeast(0, "available"))
            .check("held_is_never_negative", row -> row.isAtLeast(0, "held"))
            .check("debt_is_never_negative", row -> row.isAtLeast(0, "debt"))
            .check("debt_is_settled_first",
                    row -> row.number("available") == 0 || row.number("debt") == 0)
            .check("sequences_count_from_zero",
                    row -> row.isAtLeast(0, "ledger_sequence", "event_sequence"))
            .check("chain_head_is_a_hash", row -> row.hasBytes(HASH_BYTES, "chain_head"))
            .check("event_head_is_a_hash", row -> row.hasBytes(HASH_BYTES, "event_head"))
            .check("projects_are_counted_from_zero",
                    row -> row.isAtLeast(0, "projects_pending", "projects_processing",
                            "projects_completed", "projects_failed"))
            .check("credits_are_counted_from_zero",
                    row -> row.isAtLeast(0, "credits_used", "credits_refunded"));

    public static final TableSchema CUSTOMER_IDENTITY =
            TableSchema.named("customer_identity", Changes.NONE)
                    .unique("customer_identity_pk", "subject", "provider");

    static final List<TableSchema> ALL = List.of(CUSTOMER, CUSTOMER_IDENTITY);

    private CustomerTables() {}

    public static Row customer(
            Wallet wallet, Statistics statistics, ChainHead events, Instant lastAt,
            @Nullable Customer customer) {
        var balances = wallet.balances();
        var row = Row.empty()
                .set("customer_id", wallet.customer().value())
                .set("available", balances.available().amount())
                .set("held", balances.held().amount())
                .set("debt", balances.debt().amount())
                .set("ledger_sequence", wallet.sequence())
                .set("chain_head", wallet.head().bytes())
                .set("event_sequence", events.sequence())
                .set("event_head", events.hash().bytes())
                .set("last_at", lastAt);
        identity(row, customer);
        return statistics(row, statistics);
    }

    private static void identity(Row row, @Nullable Customer customer) {
        if (customer != null) {
            var unused = row.set("provider", customer.identity().provider())
                    .set("subject", customer.identity().subject())
                    .set("created_at", customer.createdAt());
        }
    }

    private static Row statistics(Row row, Statistics statistics) {
        return row.set("projects_pending", statistics.pending())
                .set("projects_processing", statistics.processing())
                .set("projects_completed", statistics.completed())
                .set("projects_failed", statistics.failed())
                .set("credits_used", statistics.creditsUsed())
                .set("credits_refunded", statistics.creditsRefunded());
    }

    public static Row identity(Identity identity, CustomerId customer) {
        return Row.empty()
                .set("provider", identity.provider())
                .set("subject", identity.subject())
                .set("customer_id", customer.value());
    }
}
