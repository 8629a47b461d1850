package dev.makegood.httpclient.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The faults that a fake was set to: first those queued, then what the dice say. */
public final class FaultQueue<F> {

    private final Queue<F> anyCall = new ConcurrentLinkedQueue<>();
    private final Queue<F> postsOnly = new ConcurrentLinkedQueue<>();
    private volatile Supplier<F> dice;

    public FaultQueue(F none) {
        this.dice = () -> none;
    }

    /** The next call meets this fault. */
    public void queue(F fault) {
        anyCall.add(fault);
    }

    /** The next POST meets this fault; a call that only reads does not. */
    public void queueForPost(F fault) {
        postsOnly.add(fault);
    }

    /** Every call without a fault of its own meets what the dice say. */
    public void drawFrom(Supplier<F> newDice) {
        dice = newDice;
    }

    /** The fault that this call meets. */
    public F take(boolean isPost) {
        var ofPosts = isPost ? postsOnly.poll() : null;
        var queued = ofPosts == null ? anyCall.poll() : ofPosts;
        return queued == null ? dice.get() : queued;
    }
}
