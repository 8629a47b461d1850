package dev.makegood.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line will say, before it has its place in the book. */
record Draft(Kind kind, TransferId id, Credits amount, @Nullable TransferId settles,
        List<Part> parts,
        About about, String reason) {

    static Draft of(Kind kind, TransferId id, List<Part> parts, About about, String reason) {
        return new Draft(kind, id, Parts.sum(parts), null, parts, about, reason);
    }

    static Draft settling(
            TransferId hold, Kind kind, TransferId id, List<Part> parts, About about,
            String reason) {
        return new Draft(kind, id, Parts.sum(parts), hold, parts, about, reason);
    }
}
