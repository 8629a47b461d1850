package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.LedgerEvent;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.TransferKind;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a unit again that was durable already, and what it grants has another id the second time.
 */
final class UnitRepeatedWithNewIds extends FaultyStorage {

    private final List<Entry> granted = new ArrayList<>();

    UnitRepeatedWithNewIds(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public LedgerStore ledger() {
                return new ForwardingLedger(super.ledger()) {

                    @Override
                    public void append(Entry entry) {
                        super.append(entry);
                        granted.add(entry);
                    }
                };
            }
        };
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        granted.clear();
        var answer = super.write(customer, work);
        var again = List.copyOf(granted)
                .stream()
                .filter(entry -> entry.transfers().getLast().kind() == TransferKind.GRANT)
                .filter(entry -> goesWrong(5))
                .toList();
        again.forEach(entry -> super.change(customer, unit -> repeat(unit, entry)));
        return answer;
    }

    private static void repeat(Unit unit, Entry entry) {
        var again = Forger.grantAgain(unit.ledger().wallet(), entry);
        var transfer = again.transfers().getFirst();
        unit.ledger().append(again);
        unit.events().append(new LedgerEvent(transfer, "retry"), transfer.at());
    }
}
