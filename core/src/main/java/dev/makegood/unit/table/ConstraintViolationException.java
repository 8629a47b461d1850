package dev.makegood.unit.table;

/** A constraint refused what a rule of core should have refused before: a bug of ours, never an answer. */
public final class ConstraintViolationException extends IllegalStateException {

    private final String constraint;

    ConstraintViolationException(String constraint, String table, Object key) {
        super("the row " + key + " of " + table + " violates " + constraint);
        this.constraint = constraint;
    }

    /** Named as in the database. */
    public String constraint() {
        return constraint;
    }
}
