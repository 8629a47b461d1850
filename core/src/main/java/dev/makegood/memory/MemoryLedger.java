package dev.makegood.memory;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.unit.RefundedCapture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's ledger in memory. */
final class MemoryLedger {

    final UndoableMap<Long, Transfer> transfers;
    final UndoableMap<UUID, GrantBalance> grants;
    final UndoableMap<UUID, RefundedCapture> captures;
    private final UndoableMap<UUID, Transfer> byId;
    private final UndoableMap<UUID, Transfer> settlements;
    private final UndoableMap<UUID, GrantBalance> openGrants;

    MemoryLedger(MemoryTables tables) {
        this.transfers = tables.map();
        this.grants = tables.map();
        this.captures = tables.map();
        this.byId = tables.map();
        this.settlements = tables.map();
        this.openGrants = tables.map();
    }

    List<GrantBalance> spendableGrants(Instant now, @Nullable GrantBalance after, int limit) {
        return openGrants().filter(grant -> grant.isSpendable(now))
                .filter(grant -> after == null
                        || SpendingOrder.OF_GRANTS.compare(grant, after) > 0)
                .limit(limit)
                .toList();
    }

    List<GrantBalance> expiredGrants(Instant now) {
        return openGrants().filter(grant -> grant.isExpired(now)).toList();
    }

    /** Every grant of which something is left, in spending order. */
    Stream<GrantBalance> openGrants() {
        return openGrants.values().stream().sorted(SpendingOrder.OF_GRANTS);
    }

    Optional<Transfer> transfer(TransferId id) {
        return byId.find(id.value());
    }

    Optional<Transfer> settlementOf(TransferId hold) {
        return settlements.find(hold.value());
    }

    Credits refundedFrom(TransferId capture) {
        return captures.find(capture.value())
                .map(RefundedCapture::refunded)
                .orElse(Credits.NONE);
    }

    List<Transfer> transfers(Predicate<Transfer> which) {
        return transfers.values().stream().filter(which).toList();
    }

    void put(Transfer transfer) {
        transfers.put(transfer.sequence(), transfer);
        byId.put(transfer.id().value(), transfer);
        if (transfer.settles() != null) {
            settlements.put(transfer.settles().value(), transfer);
        }
    }

    void put(GrantBalance grant) {
        grants.put(grant.id().value(), grant);
        openGrants.replace(grant.id().value(), grant.remaining().isNone() ? null : grant);
    }
}
