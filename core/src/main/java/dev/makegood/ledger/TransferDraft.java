package dev.makegood.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transfer before it has its place in the ledger. */
record TransferDraft(TransferKind kind, TransferId id, Credits amount, @Nullable TransferId settles,
        List<Part> parts, Subject subject, String reason) {

    static TransferDraft of(
            TransferKind kind, TransferId id, List<Part> parts, Subject subject, String reason) {
        return new TransferDraft(kind, id, Parts.sum(parts), null, parts, subject, reason);
    }

    static TransferDraft settling(
            TransferId hold, TransferKind kind, TransferId id, List<Part> parts, Subject subject,
            String reason) {
        return new TransferDraft(kind, id, Parts.sum(parts), hold, parts, subject, reason);
    }
}
