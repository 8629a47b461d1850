package dev.makegood.simulation;

/** The process ended here; nobody catches it but the world, which starts another process. */
final class Crash extends Error {

    Crash() {
        super("crash", null, false, false);
    }
}
