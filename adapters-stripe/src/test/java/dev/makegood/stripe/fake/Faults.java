package dev.makegood.stripe.fake;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The faults that were asked for: first those in line, then whatever the dice say. */
final class Faults {

    private final Queue<Fault> anyCall = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> wishes = new ConcurrentLinkedQueue<>();
    private volatile Supplier<Fault> dice = () -> Fault.NONE;

    void next(Fault fault) {
        anyCall.add(fault);
    }

    void nextWish(Fault fault) {
        wishes.add(fault);
    }

    void thrownBy(Supplier<Fault> newDice) {
        dice = newDice;
    }

    Fault take(boolean wish) {
        var asked = anyCall.poll();
        if (asked == null && wish) {
            asked = wishes.poll();
        }
        return asked == null ? dice.get() : asked;
    }
}
