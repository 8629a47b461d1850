package dev.makegood.persistence;

/** The database holds a label that this version does not know: written by a newer one, or by hand. */
final class UnknownLabel extends IllegalStateException {

    UnknownLabel(String what, String label) {
        super("unknown " + what + " in the database: " + label);
    }
}
