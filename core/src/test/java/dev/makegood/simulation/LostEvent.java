package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventLog;
import dev.makegood.testing.ForwardingUnit;

/** Forgets to write down one event in a hundred. */
final class LostEvent extends FaultyStorage {

    LostEvent(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        return new ForwardingUnit(unit) {

            @Override
            public EventLog events() {
                var events = super.events();
                return (event, at) -> {
                    if (!goesWrong(100)) {
                        events.append(event, at);
                    }
                };
            }
        };
    }
}
