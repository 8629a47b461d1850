package dev.makegood.simulation;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventListener;
import dev.makegood.event.Recorded;
import java.util.HashMap;
import java.util.Map;

/** Hears events, sometimes not, and insists that none is missing and all come in order. */
final class Ear implements EventListener {

    /** It did not hear; the event comes again. */
    static final class Deaf extends RuntimeException {}

    private final Dice dice;
    private final Map<CustomerId, Long> heard = new HashMap<>();
    private boolean sharp;

    Ear(Dice dice) {
        this.dice = dice;
    }

    void sharpen() {
        sharp = true;
    }

    @Override
    public void hear(Recorded event) {
        if (!sharp && dice.chance(3)) {
            throw new Deaf();
        }
        long last = heard.getOrDefault(event.customer(), 0L);
        if (event.sequence() > last + 1) {
            throw new AssertionError("I10: heard " + last + ", then " + event);
        }
        heard.put(event.customer(), Math.max(last, event.sequence()));
        if (!sharp && dice.chance(3)) {
            throw new Deaf();
        }
    }

    /** Insists that everything that happened was heard. */
    void checkAll(CustomerId customer, Reports reports) {
        var missed = reports.events(customer, heard.getOrDefault(customer, 0L), 1);
        if (!missed.isEmpty()) {
            throw new AssertionError("I10: never heard " + missed);
        }
    }
}
