package dev.makegood.audit;

import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import org.jspecify.annotations.Nullable;

/** What became of a hold, by the transfers so far. */
final class Hold {

    final TransferId id;
    final Subject subject;
    final long credits;
    @Nullable
    TransferKind endedBy;
    long captured;
    long remainder;
    long refunded;

    Hold(Transfer transfer) {
        this.id = transfer.id();
        this.subject = transfer.subject();
        this.credits = transfer.amount().amount();
    }

    boolean isOpen() {
        return endedBy == null;
    }
}
