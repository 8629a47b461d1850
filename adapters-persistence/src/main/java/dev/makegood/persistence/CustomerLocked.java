package dev.makegood.persistence;

import dev.makegood.store.StoreUnavailableException;

/** Another transaction has the customer's row: nothing has been done yet. */
final class CustomerLocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException refusedBy;

    /** The database's error is not its cause, so that nobody takes it for one of the unit's statements. */
    CustomerLocked(RuntimeException refusedBy) {
        super("another transaction has the customer's row");
        this.refusedBy = refusedBy;
    }

    StoreUnavailableException refusal() {
        return DatabaseErrors.storeUnavailable(refusedBy);
    }
}
