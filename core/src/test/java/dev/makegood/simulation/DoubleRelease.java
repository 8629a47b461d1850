package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;

/** Releases twice what it should release once, if there is enough held for it. */
final class DoubleRelease extends FaultyStorage {

    DoubleRelease(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public LedgerStore ledger() {
                return new DoubleReleasingLedger(super.ledger());
            }
        };
    }

    private static final class DoubleReleasingLedger extends ForwardingLedger {

        private DoubleReleasingLedger(LedgerStore ledger) {
            super(ledger);
        }

        @Override
        public void append(Entry entry) {
            super.append(entry);
            entry.transfers()
                    .stream()
                    .filter(transfer -> transfer.kind() == TransferKind.RELEASE)
                    .filter(transfer -> !transfer.amount().isMoreThan(wallet().balances().held()))
                    .forEach(this::giveAgain);
        }

        private void giveAgain(Transfer transfer) {
            super.append(Forger.releaseAgain(wallet(), transfer, id -> grant(id).orElseThrow()));
        }
    }
}
