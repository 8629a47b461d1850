package dev.makegood.cli.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Halts this process when it passes a point for the n-th time: no finally, no hook, no goodbye. */
final class Halting {

    static final int EXIT = 99;

    private final Point point;
    private final AtomicInteger left;

    Halting(Point point, int time) {
        this.point = point;
        this.left = new AtomicInteger(time);
    }

    void pass(Point here) {
        if (here == point && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
