package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.memory.table.LedgerTables;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's ledger in memory. */
final class MemoryLedger implements LedgerStore {

    final UndoableMap<Long, Transfer> transfers;
    final UndoableMap<UUID, GrantBalance> grants;
    private final UndoableMap<UUID, RefundedCapture> refunds;
    private final UndoableMap<UUID, Transfer> byId;
    private final UndoableMap<UUID, Transfer> settlements;
    private final UndoableMap<UUID, GrantBalance> openGrants;
    private final UndoableMap<UUID, Wallet> wallet;
    private final CustomerId customer;

    MemoryLedger(CustomerId customer, MemoryTables tables) {
        this.customer = customer;
        this.transfers = tables.map(LedgerTables.TRANSFER, LedgerTables::transfer);
        this.grants = tables.map(LedgerTables.CREDIT_GRANT,
                balance -> LedgerTables.grant(customer, balance));
        this.refunds = tables.map(LedgerTables.CAPTURE,
                refund -> LedgerTables.capture(refund.capture(), refund.refunded()));
        this.byId = tables.index();
        this.settlements = tables.index();
        this.openGrants = tables.index();
        this.wallet = tables.index();
    }

    /** A capture of which something was refunded. */
    private record RefundedCapture(Transfer capture, Credits refunded) {}

    @Override
    public Wallet wallet() {
        return wallet.find(customer.value()).orElseGet(() -> Wallet.empty(customer));
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        return openGrants().filter(grant -> grant.isSpendable(now))
                .filter(grant -> after == null
                        || SpendingOrder.OF_GRANTS.compare(grant, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        return openGrants().filter(grant -> grant.isExpired(now)).toList();
    }

    /** Every grant of which something is left, in spending order. */
    Stream<GrantBalance> openGrants() {
        return openGrants.values().stream().sorted(SpendingOrder.OF_GRANTS);
    }

    @Override
    public List<GrantBalance> grants(Collection<TransferId> ids) {
        return ids.stream().flatMap(id -> grant(id).stream()).toList();
    }

    @Override
    public Optional<GrantBalance> grant(TransferId id) {
        return grants.find(id.value());
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return byId.find(id.value());
    }

    @Override
    public Optional<Transfer> settlementOf(TransferId hold) {
        return settlements.find(hold.value());
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return refunds.find(capture.value())
                .map(RefundedCapture::refunded)
                .orElse(Credits.NONE);
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return transfers.values()
                .stream()
                .filter(transfer -> transfer.kind().isReversal())
                .filter(transfer -> transfer.subject().id().equals(purchase.value()))
                .toList();
    }

    @Override
    public List<Transfer> debtSettlements() {
        return transfers.values()
                .stream()
                .filter(transfer -> transfer.kind().isDebtSettlement())
                .toList();
    }

    @Override
    public void append(Entry entry) {
        entry.transfers().forEach(this::addTransfer);
        entry.grants().forEach(this::saveGrant);
        entry.refundedByCapture().forEach(this::saveRefunded);
        wallet.put(customer.value(), entry.wallet());
    }

    private void addTransfer(Transfer transfer) {
        if (transfer.sequence() != wallet().sequence() + 1
                || byId.find(transfer.id().value()).isPresent()) {
            throw new IllegalStateException(
                    "the transfer does not follow " + wallet() + ": " + transfer);
        }
        if (transfer.settles() != null) {
            addSettlement(transfer, transfer.settles());
        }
        transfers.put(transfer.sequence(), transfer);
        byId.put(transfer.id().value(), transfer);
        wallet.put(customer.value(), new Wallet(customer, transfer.balancesAfter(),
                transfer.sequence(), transfer.hash()));
    }

    private void saveRefunded(TransferId capture, Credits total) {
        var captured = transfer(capture).orElseThrow(
                () -> new IllegalStateException("unknown capture: " + capture));
        refunds.put(capture.value(), new RefundedCapture(captured, total));
    }

    private void addSettlement(Transfer transfer, TransferId hold) {
        if (settlements.find(hold.value()).isPresent()) {
            throw new IllegalStateException("the hold was settled before: " + transfer);
        }
        settlements.put(hold.value(), transfer);
    }

    private void saveGrant(GrantBalance grant) {
        grants.put(grant.id().value(), grant);
        if (grant.remaining().isNone()) {
            openGrants.remove(grant.id().value());
        } else {
            openGrants.put(grant.id().value(), grant);
        }
    }
}
