package dev.makegood.unit;

import static java.util.stream.Collectors.toSet;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.SpendingOrder;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer's ledger, as a unit sees it. */
record UnitLedger(WorkingSet working) implements LedgerStore {

    @Override
    public Wallet wallet() {
        return working.head().wallet();
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return working.find(new Key.OfTransfer(id));
    }

    @Override
    public Optional<Transfer> settlementOf(TransferId hold) {
        return appended(transfer -> hold.equals(transfer.settles())).findFirst()
                .or(() -> working.find(new Key.OfSettlement(hold)));
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return working.find(new Key.OfCapture(capture))
                .map(RefundedCapture::refunded)
                .orElse(Credits.NONE);
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return withAppended(working.loader().reversalsOf(purchase),
                transfer -> transfer.kind().isReversal()
                        && transfer.subject().id().equals(purchase.value()));
    }

    @Override
    public List<Transfer> debtSettlements() {
        return withAppended(working.loader().debtSettlements(),
                transfer -> transfer.kind().isDebtSettlement());
    }

    private List<Transfer> withAppended(List<Transfer> stored, Predicate<Transfer> which) {
        return Stream.concat(stored.stream(), appended(which)).toList();
    }

    private Stream<Transfer> appended(Predicate<Transfer> which) {
        return working.changed(Key.OfTransfer.class).filter(which);
    }

    @Override
    public Optional<GrantBalance> grant(TransferId id) {
        return working.find(new Key.OfGrant(id));
    }

    @Override
    public List<GrantBalance> grants(Collection<TransferId> ids) {
        working.load(ids.stream().map(Key.OfGrant::new).toList());
        return ids.stream().flatMap(id -> grant(id).stream()).toList();
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        var changed = changedGrants().filter(grant -> grant.isSpendable(now))
                .filter(grant -> OpenGrants.isAfter(grant, after))
                .toList();
        int storedLimit = limit + (int) changedGrants().count();
        var stored = working.openGrants()
                .spendable(now, after, storedLimit)
                .orElseGet(() -> working.loader().spendableGrants(now, after, storedLimit));
        return inOrder(changed, stored).limit(limit).toList();
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        var stored = working.openGrants()
                .expired(now)
                .orElseGet(() -> working.loader().expiredGrants(now));
        return inOrder(OpenGrants.expired(changedGrants(), now), stored).toList();
    }

    private Stream<GrantBalance> changedGrants() {
        return working.changed(Key.OfGrant.class);
    }

    /** What was changed, and what else is stored. */
    private Stream<GrantBalance> inOrder(List<GrantBalance> changed, List<GrantBalance> stored) {
        stored.forEach(grant -> working.remember(new Key.OfGrant(grant.id()), grant));
        var unchanged = stored.stream()
                .filter(grant -> !working.isChanged(new Key.OfGrant(grant.id())));
        return Stream.concat(changed.stream(), unchanged).sorted(SpendingOrder.OF_GRANTS);
    }

    @Override
    public void append(Entry entry) {
        checkContinuesChain(entry);
        var granted = entry.transfers().stream().map(Transfer::id).collect(toSet());
        entry.grants().forEach(grant -> checkKnown(grant, granted));
        entry.transfers().forEach(this::put);
        entry.refundedByCapture().forEach(this::putRefunded);
        entry.grants().forEach(grant -> working.put(new Key.OfGrant(grant.id()), grant));
        working.changeHead(head -> head.with(entry.wallet()));
    }

    private void checkContinuesChain(Entry entry) {
        var before = wallet();
        for (var transfer : entry.transfers()) {
            if (transfer.sequence() != before.sequence() + 1
                    || !transfer.previousHash().equals(before.head())) {
                throw new IllegalStateException(
                        "the transfer does not follow " + before + ": " + transfer);
            }
            before = new Wallet(transfer.customer(), transfer.balancesAfter(), transfer.sequence(),
                    transfer.hash());
        }
        if (!before.equals(entry.wallet())) {
            throw new IllegalStateException("the entry's wallet is not what its transfers leave: "
                    + entry.wallet() + ", but " + before);
        }
    }

    private void checkKnown(GrantBalance grant, Set<TransferId> granted) {
        if (!granted.contains(grant.id()) && grant(grant.id()).isEmpty()) {
            throw new IllegalStateException("a grant to change is not there: " + grant);
        }
    }

    private void putRefunded(TransferId capture, Credits total) {
        var captured = working.find(new Key.OfTransfer(capture))
                .orElseThrow(
                        () -> new IllegalStateException("unknown capture: " + capture));
        working.put(new Key.OfCapture(capture), new RefundedCapture(captured.amount(), total));
    }

    private void put(Transfer transfer) {
        var key = new Key.OfTransfer(transfer.id());
        if (working.isChanged(key)) {
            throw new IllegalStateException("the id of the transfer is in use: " + transfer);
        }
        working.put(key, transfer);
    }
}
