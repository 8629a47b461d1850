package dev.makegood.cli.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Halts this process when it passes a point for the n-th time: no finally, no shutdown hook. */
final class HaltTrigger {

    static final int EXIT = 99;

    private final HaltPoint point;
    private final AtomicInteger left;

    HaltTrigger(HaltPoint point, int time) {
        this.point = point;
        this.left = new AtomicInteger(time);
    }

    void pass(HaltPoint here) {
        if (here == point && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
