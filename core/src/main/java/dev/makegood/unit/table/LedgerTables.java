package dev.makegood.unit.table;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.unit.table.TableSchema.Changes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transfers of the ledger, what remains of each grant, and what was refunded of each capture. */
public final class LedgerTables {

    private static final int HASH_BYTES = 32;
    private static final long NEVER = -1;

    public static final TableSchema TRANSFER = TableSchema.named("transfer", Changes.NONE)
            .unique("transfer_pk", "customer_id", "id")
            .unique("transfers_have_their_own_number", "customer_id", "sequence")
            .unique("a_hold_is_settled_once", "customer_id", "settles")
            .check("kind_of_transfer_is_known", row -> row.is("kind",
                    "grant", "adjust_up", "adjust_down", "hold", "capture", "release_remainder",
                    "release", "refund", "expire", "claw_back", "incur_debt", "reinstate",
                    "cancel_debt", "reinstate_settled", "settle_debt"))
            .check("a_transfer_moves_something", row -> row.isAtLeast(1, "amount"))
            .check("only_captures_and_releases_settle",
                    row -> (row.nonNulls("settles") == 1) == row.is("kind", "capture", "release"))
            .check("parts_are_whole",
                    row -> row.haveEqualSizes("part_grant", "part_credits", "part_time_left_us"))
            .check("transfers_count_from_one", row -> row.isAtLeast(1, "sequence"))
            .check("balances_after_are_never_negative",
                    row -> row.isAtLeast(0, "available_after", "held_after", "debt_after"))
            .check("hashes_are_hashes", row -> row.hasBytes(HASH_BYTES, "previous_hash", "hash"))
            .references("transfer_has_a_customer", "customer", "customer_id")
            .references("a_settlement_has_a_hold", "transfer", "customer_id", "settles");

    public static final TableSchema CREDIT_GRANT =
            TableSchema.named("credit_grant", Changes.UPDATES)
                    .unique("credit_grant_pk", "customer_id", "id")
                    .check("source_of_grant_is_known", row -> row.is("source",
                            "promotion", "signup", "weekly_bonus", "compensation", "adjustment",
                            "purchase"))
                    .check("a_grant_grants_something", row -> row.isAtLeast(1, "credits"))
                    .check("priority_is_0_to_100", row -> row.isBetween("priority", 0, 100))
                    .check("no_more_remains_than_was_granted",
                            row -> row.isWithin("credits_remaining", "credits"))
                    .check("no_more_is_clawed_back_than_was_granted",
                            row -> row.isWithin("clawed_back", "credits"))
                    .check("what_never_expires_stays_open",
                            row -> row.nulls("expires_at", "open_until") % 2 == 0)
                    .check("a_grant_is_open_while_credits_remain",
                            row -> row.isTrue("is_open") == row.number("credits_remaining") > 0)
                    .references("a_grant_has_a_transfer", "transfer", "customer_id", "id");

    public static final TableSchema CAPTURE = TableSchema.named("capture", Changes.UPDATES)
            .unique("capture_pk", "customer_id", "id")
            .check("no_more_is_refunded_than_was_captured",
                    row -> row.isWithin("refunded", "captured"))
            .references("a_refunded_capture_has_a_transfer", "transfer", "customer_id", "id");

    static final List<TableSchema> ALL = List.of(TRANSFER, CREDIT_GRANT, CAPTURE);

    private LedgerTables() {}

    public static Row transfer(Transfer transfer) {
        var parts = transfer.parts();
        var after = transfer.balancesAfter();
        return Row.empty()
                .set("customer_id", transfer.customer().value())
                .set("id", transfer.id().value())
                .set("sequence", transfer.sequence())
                .set("kind", transfer.kind().label())
                .set("amount", transfer.amount().amount())
                .set("settles", transfer.settles() == null ? null : transfer.settles().value())
                .set("part_grant", parts.stream().map(part -> part.grant().value()).toList())
                .set("part_credits", parts.stream().map(part -> part.credits().amount()).toList())
                .set("part_time_left_us",
                        parts.stream().map(part -> micros(part.timeLeft())).toList())
                .set("subject_kind", transfer.subject().kind())
                .set("subject_id", transfer.subject().id())
                .set("reason", transfer.reason())
                .set("written_at", transfer.at())
                .set("available_after", after.available().amount())
                .set("held_after", after.held().amount())
                .set("debt_after", after.debt().amount())
                .set("previous_hash", transfer.previousHash().bytes())
                .set("hash", transfer.hash().bytes());
    }

    private static long micros(@Nullable Duration timeLeft) {
        return timeLeft == null ? NEVER : timeLeft.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    public static Row grant(CustomerId customer, GrantBalance balance) {
        return Row.empty()
                .set("customer_id", customer.value())
                .set("id", balance.id().value())
                .set("source", balance.grant().source().label())
                .set("credits", balance.grant().credits().amount())
                .set("priority", (long) balance.grant().priority())
                .set("expires_at", balance.grant().expiresAt())
                .set("credits_remaining", balance.remaining().amount())
                .set("clawed_back", balance.clawedBack().amount())
                .set("open_until", balance.expiresAt())
                .set("granted_at", balance.grantedAt())
                .set("sequence", balance.sequence())
                .set("is_open", !balance.remaining().isNone());
    }

    public static Row capture(
            CustomerId customer, TransferId id, Credits captured, Credits refunded) {
        return Row.empty()
                .set("customer_id", customer.value())
                .set("id", id.value())
                .set("captured", captured.amount())
                .set("refunded", refunded.amount());
    }
}
