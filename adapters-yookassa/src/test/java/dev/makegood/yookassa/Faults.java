package dev.makegood.yookassa;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The faults that were asked for: first those in line, then whatever the dice say. */
final class Faults {

    private final Queue<Fault> line = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> ofWishes = new ConcurrentLinkedQueue<>();
    private volatile Supplier<Fault> dice = () -> Fault.NONE;

    void next(Fault fault) {
        line.add(fault);
    }

    void nextWish(Fault fault) {
        ofWishes.add(fault);
    }

    void thrownBy(Supplier<Fault> newDice) {
        dice = newDice;
    }

    Fault take(boolean isWish) {
        var ofThis = isWish ? ofWishes.poll() : null;
        var asked = ofThis == null ? line.poll() : ofThis;
        return asked == null ? dice.get() : asked;
    }
}
