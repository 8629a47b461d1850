package dev.makegood.http.request.body;

import dev.makegood.GrantList;
import dev.makegood.customer.Identity;
import dev.makegood.http.request.Fields;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.store.Microseconds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/grants} asks for.
 *
 * @param mayBeNew whether the customer is created if nobody knows him yet
 * @param grant of a source that operators may use
 */
public record GrantRequest(Identity customer, boolean mayBeNew, Grant grant, String reason) {

    private static final Instant EXPIRY_MAX = Instant.parse("3000-01-01T00:00:00Z");
    private static final int WORD_MAX = 50;

    public static GrantRequest of(Fields fields, Instant now) {
        var customer = CustomerFields.customer(fields);
        boolean mayBeNew = fields.flag("new");
        long credits = CreditFields.credits(fields);
        var source = source(fields);
        var priority = fields.optionalWholeNumber("priority", 0, 100);
        var expiresAt = expiry(fields, now);
        var reason = fields.reason();
        fields.throwIfInvalid();
        var grant = new Grant(source, new Credits(credits),
                priority == null ? Grant.DEFAULT_PRIORITY : priority.intValue(), expiresAt);
        return new GrantRequest(customer, mayBeNew, grant, reason);
    }

    private static GrantSource source(Fields fields) {
        var source =
                GrantSource.of(fields.text("source", WORD_MAX)).filter(GrantList.SOURCES::contains);
        if (source.isEmpty()) {
            fields.addError("source", "must be promotion, compensation or adjustment");
        }
        return source.orElse(GrantSource.ADJUSTMENT);
    }

    private static @Nullable Instant expiry(Fields fields, Instant now) {
        var text = fields.optionalText("expiresAt", WORD_MAX);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var at = parseTime(text).filter(t -> t.isAfter(now) && t.isBefore(EXPIRY_MAX));
        if (at.isEmpty()) {
            fields.addError("expiresAt", "must be a future time, such as 2027-01-01T00:00:00Z");
        }
        return at.orElse(null);
    }

    private static Optional<Instant> parseTime(String text) {
        try {
            return Optional.of(
                    Microseconds.floor(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
