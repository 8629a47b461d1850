package dev.makegood.simulation;

/** The process ended here; nobody catches it but the world, which starts another process. */
public final class Crash extends Error {

    public Crash() {
        super("crash", null, false, false);
    }
}
