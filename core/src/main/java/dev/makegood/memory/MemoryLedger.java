package dev.makegood.memory;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One customer's ledger in memory. */
final class MemoryLedger implements LedgerStore {

    final Drawer<Long, Transfer> lines;
    final Drawer<UUID, GrantBalance> grants;
    final Drawer<UUID, Credits> refunded;
    private final Drawer<UUID, Transfer> byId;
    private final Drawer<UUID, Transfer> settlements;
    private final Drawer<UUID, GrantBalance> open;
    private final Drawer<UUID, Wallet> wallet;
    private final CustomerId owner;

    MemoryLedger(CustomerId owner, Journal journal) {
        this.owner = owner;
        this.lines = new Drawer<>(journal);
        this.grants = new Drawer<>(journal);
        this.refunded = new Drawer<>(journal);
        this.byId = new Drawer<>(journal);
        this.settlements = new Drawer<>(journal);
        this.open = new Drawer<>(journal);
        this.wallet = new Drawer<>(journal);
    }

    @Override
    public Wallet wallet() {
        return wallet.find(owner.value()).orElseGet(() -> Wallet.empty(owner));
    }

    @Override
    public List<GrantBalance> openGrants() {
        return List.copyOf(open.all());
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
        return refunded.find(capture.value()).orElse(Credits.NONE);
    }

    @Override
    public void append(Entry entry) {
        entry.transfers().forEach(this::add);
        entry.grants().forEach(this::keep);
        entry.refunded().forEach((capture, credits) -> refunded.put(capture.value(), credits));
        wallet.put(owner.value(), entry.wallet());
    }

    private void add(Transfer line) {
        if (line.sequence() != wallet().sequence() + 1
                || byId.find(line.id().value()).isPresent()) {
            throw new IllegalStateException("does not follow " + wallet() + ": " + line);
        }
        if (line.settles() != null) {
            settle(line, line.settles());
        }
        lines.put(line.sequence(), line);
        byId.put(line.id().value(), line);
        wallet.put(owner.value(), new Wallet(owner, line.after(), line.sequence(), line.hash()));
    }

    private void settle(Transfer line, TransferId hold) {
        if (settlements.find(hold.value()).isPresent()) {
            throw new IllegalStateException("settled before: " + line);
        }
        settlements.put(hold.value(), line);
    }

    private void keep(GrantBalance grant) {
        grants.put(grant.id().value(), grant);
        if (grant.left().isNone()) {
            open.remove(grant.id().value());
        } else {
            open.put(grant.id().value(), grant);
        }
    }
}
