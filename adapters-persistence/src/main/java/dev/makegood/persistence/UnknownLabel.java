package dev.makegood.persistence;

/** A label stands in the database that this version does not know: written by a newer one, or by hand. */
final class UnknownLabel extends IllegalStateException {

    UnknownLabel(String what, String label) {
        super("no " + what + ": " + label);
    }
}
