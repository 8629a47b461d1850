package dev.makegood.testing;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.List;
import java.util.Optional;

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
    public List<GrantBalance> openGrants() {
        return ledger.openGrants();
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
