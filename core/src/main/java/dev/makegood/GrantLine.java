package dev.makegood;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.TransferId;

/**
 * One grant of many.
 *
 * @param line where it stands in its list, counted from 1
 * @param id the list's own name of it: under the same one it is given once, whichever list it is in
 * @param mayBeNew whether the customer is created if nobody knows him yet
 */
public record GrantLine(int line, String id, Identity customer, boolean mayBeNew, Grant grant,
        String reason) {

    /** The longest own name. */
    public static final int ID_MAX = 100;

    /** Derived from its own name alone, so that the name stands for one grant in the whole world. */
    public TransferId grantId() {
        return TransferId.of("grant_batch\n" + id, CustomerId.SYSTEM_ACCOUNT);
    }
}
