package dev.makegood.persistence;

/** Somebody changed what this unit holds the lock of, without that lock: it has to be run again. */
final class StaleUnit extends IllegalStateException {

    StaleUnit(String what) {
        super(what);
    }
}
