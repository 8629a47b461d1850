package dev.makegood.audit;

import dev.makegood.ledger.About;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/** What became of a hold, as far as the lines tell. */
final class Hold {

    final TransferId id;
    final About about;
    final long credits;
    @Nullable
    Kind endedBy;
    long captured;
    long rest;
    long refunded;

    Hold(Transfer line) {
        this.id = line.id();
        this.about = line.about();
        this.credits = line.amount().amount();
    }

    boolean isOpen() {
        return endedBy == null;
    }
}
