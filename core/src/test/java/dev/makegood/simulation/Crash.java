package dev.makegood.simulation;

/** The process ended here; only the simulated world catches it, and starts another process. */
final class Crash extends Error {

    Crash() {
        super("crash", null, false, false);
    }
}
