package dev.makegood.persistence;

/** A row was changed without its customer's lock, which this unit holds: the unit has to be run again. */
final class StaleUnit extends IllegalStateException {

    StaleUnit(String what) {
        super(what);
    }
}
