package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.LedgerEvent;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes back again, under another id, what it took back before; its own books agree with it. */
final class TakenBackTwice extends FaultyStorage {

    private final List<Transfer> taken = new ArrayList<>();

    TakenBackTwice(Storage storage) {
        super(storage);
    }

    @Override
    Unit faulty(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public LedgerStore ledger() {
                return new ForwardingLedger(super.ledger()) {

                    @Override
                    public void append(Entry entry) {
                        super.append(entry);
                        taken.addAll(entry.transfers());
                    }
                };
            }
        };
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        taken.clear();
        var answer = super.write(customer, work);
        var again = taken.stream()
                .filter(line -> line.kind() == Kind.TAKE_BACK)
                .filter(line -> goesWrong(5))
                .toList();
        again.forEach(line -> super.change(customer, unit -> repeat(unit, line)));
        return answer;
    }

    private static void repeat(Unit unit, Transfer line) {
        boolean isThere = line.parts()
                .stream()
                .noneMatch(part -> part.credits()
                        .isMoreThan(unit.ledger().grant(part.grant()).orElseThrow().left()));
        if (isThere) {
            var again = Forger.takenAgain(unit.ledger().wallet(), line,
                    id -> unit.ledger().grant(id).orElseThrow());
            unit.ledger().append(again);
            unit.events().append(new LedgerEvent(again.transfers().getFirst(), "retry"), line.at());
        }
    }
}
