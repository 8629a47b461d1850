package dev.makegood.cli.refund;

import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.server.Installation;

/** One refund that an operator requests. */
sealed interface OperatorRefund permits OperatorCreditRefund, OperatorPaymentRefund {

    /** Throws if the amount can never be right for this payment, before anything is touched. */
    void validate(Installation installation);

    /** Says what {@link #apply} would do, and changes nothing. */
    CommandResult plan(Installation installation);

    /** Refunds it; the same again changes nothing. */
    CommandResult apply(Installation installation);
}
