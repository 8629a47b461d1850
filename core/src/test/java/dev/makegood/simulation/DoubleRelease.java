package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;

/** Gives back twice what it should give back once, if there is enough held for it. */
final class DoubleRelease extends FaultyStorage {

    DoubleRelease(Storage storage) {
        super(storage);
    }

    @Override
    Unit faulty(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public LedgerStore ledger() {
                return new Generous(super.ledger());
            }
        };
    }

    private static final class Generous extends ForwardingLedger {

        private Generous(LedgerStore ledger) {
            super(ledger);
        }

        @Override
        public void append(Entry entry) {
            super.append(entry);
            entry.transfers()
                    .stream()
                    .filter(line -> line.kind() == Kind.RELEASE)
                    .filter(line -> !line.amount().isMoreThan(wallet().balances().held()))
                    .forEach(this::giveAgain);
        }

        private void giveAgain(Transfer line) {
            super.append(Forger.again(wallet(), line, id -> grant(id).orElseThrow()));
        }
    }
}
