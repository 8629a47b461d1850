package dev.makegood.simulation;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventListener;
import dev.makegood.event.RecordedEvent;
import java.util.HashMap;
import java.util.Map;

/** Receives events, sometimes fails to, and insists that none is missing and all come in order. */
final class FlakyListener implements EventListener {

    /** It failed; the event is delivered again. */
    static final class ListenerFailure extends RuntimeException {}

    private final Dice dice;
    private final Map<CustomerId, Long> lastSequences = new HashMap<>();
    private boolean reliable;

    FlakyListener(Dice dice) {
        this.dice = dice;
    }

    void becomeReliable() {
        reliable = true;
    }

    @Override
    public void onEvent(RecordedEvent event) {
        if (!reliable && dice.chance(3)) {
            throw new ListenerFailure();
        }
        long last = lastSequences.getOrDefault(event.customer(), 0L);
        if (event.sequence() > last + 1) {
            throw new AssertionError("I10: received " + last + ", then " + event);
        }
        lastSequences.put(event.customer(), Math.max(last, event.sequence()));
        if (!reliable && dice.chance(3)) {
            throw new ListenerFailure();
        }
    }

    /** Insists that every event was received. */
    void checkAll(CustomerId customer, Reports reports) {
        var missed = reports.events(customer, lastSequences.getOrDefault(customer, 0L), 1);
        if (!missed.isEmpty()) {
            throw new AssertionError("I10: never received " + missed);
        }
    }
}
