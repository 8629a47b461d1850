package dev.makegood.testing;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does as another ledger does; tests put their faults between. */
public class ForwardingLedger implements LedgerStore {

    private final LedgerStore ledger;

    public ForwardingLedger(LedgerStore ledger) {
        this.ledger = ledger;
    }

    @Override
    public Wallet wallet() {
        return ledger.wallet();
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        return ledger.spendableGrants(now, after, limit);
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        return ledger.expiredGrants(now);
    }

    @Override
    public List<GrantBalance> grants(Collection<TransferId> ids) {
        return ledger.grants(ids);
    }

    @Override
    public Optional<GrantBalance> grant(TransferId id) {
        return ledger.grant(id);
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return ledger.transfer(id);
    }

    @Override
    public Optional<Transfer> settlementOf(TransferId hold) {
        return ledger.settlementOf(hold);
    }

    @Override
    public Credits refundedFrom(TransferId capture) {
        return ledger.refundedFrom(capture);
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return ledger.reversalsOf(purchase);
    }

    @Override
    public List<Transfer> debtSettlements() {
        return ledger.debtSettlements();
    }

    @Override
    public void append(Entry entry) {
        ledger.append(entry);
    }
}
