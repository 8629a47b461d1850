package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.ledger.Credits;
import org.jspecify.annotations.Nullable;

/** How the field {@code credits} is read. */
final class CreditFields {

    private static final String NAME = "credits";

    /** More than any customer has, and small enough that sums do not overflow. */
    private static final long CREDITS_MAX = 1_000_000_000_000L;

    private CreditFields() {}

    static long credits(Fields fields) {
        return fields.wholeNumber(NAME, 1, CREDITS_MAX);
    }

    static @Nullable Credits optionalCredits(Fields fields) {
        var credits = fields.optionalWholeNumber(NAME, 1, CREDITS_MAX);
        return credits == null ? null : new Credits(credits);
    }

    /** Above or below zero; noted as wrong if it is zero. */
    static long difference(Fields fields) {
        long difference = fields.wholeNumber(NAME, -CREDITS_MAX, CREDITS_MAX);
        if (difference == 0) {
            fields.addError(NAME, "must not be 0");
        }
        return difference;
    }
}
