package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.testing.ForwardingEvents;
import dev.makegood.testing.ForwardingUnit;
import java.time.Instant;

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
                return new ForwardingEvents(super.events()) {

                    @Override
                    public void append(Event event, Instant at) {
                        if (!goesWrong(100)) {
                            super.append(event, at);
                        }
                    }
                };
            }
        };
    }
}
