package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Entry;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.LedgerEvent;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferKind;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Claws back again, under another id, what it clawed back before; its own records agree with it.
 */
final class ClawedBackTwice extends FaultyStorage {

    private final List<Transfer> clawbacks = new ArrayList<>();

    ClawedBackTwice(Storage storage) {
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
                        clawbacks.addAll(entry.transfers());
                    }
                };
            }
        };
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        clawbacks.clear();
        var answer = super.write(customer, work);
        var again = clawbacks.stream()
                .filter(transfer -> transfer.kind() == TransferKind.CLAW_BACK)
                .filter(transfer -> goesWrong(5))
                .toList();
        again.forEach(transfer -> super.change(customer, unit -> repeat(unit, transfer)));
        return answer;
    }

    private static void repeat(Unit unit, Transfer transfer) {
        boolean isThere = transfer.parts()
                .stream()
                .noneMatch(part -> part.credits()
                        .isMoreThan(unit.ledger().grant(part.grant()).orElseThrow().remaining()));
        if (isThere) {
            var again = Forger.clawBackAgain(unit.ledger().wallet(), transfer,
                    id -> unit.ledger().grant(id).orElseThrow());
            unit.ledger().append(again);
            unit.events()
                    .append(new LedgerEvent(again.transfers().getFirst(), "retry"), transfer.at());
        }
    }
}
