package dev.makegood.persistence;

/** Somebody else was faster with what this unit took for unchanged: it has to be run again. */
final class StaleUnit extends IllegalStateException {

    StaleUnit(String what) {
        super(what);
    }
}
