package dev.makegood.cli;

import dev.makegood.server.Installation;

/** One refund an operator wants. */
sealed interface Refunding permits RefundingCredits, RefundingPayment {

    /** Throws if what was typed can never be meant, before anything is touched. */
    void check(Installation house);

    /** Says what {@link #apply} would do, and does nothing. */
    Reply plan(Installation house);

    /** Gives it back; the same again changes nothing. */
    Reply apply(Installation house);
}
