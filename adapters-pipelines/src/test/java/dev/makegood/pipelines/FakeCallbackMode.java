package dev.makegood.pipelines;

/** How a flow reports its end; none of them is reliable, and that is the point. */
public enum FakeCallbackMode {
    ONCE,
    NEVER,
    TWICE,
    /** First what is true, then the opposite. */
    CONTRADICTING
}
