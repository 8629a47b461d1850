package dev.makegood.http;

import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/grants} asks for.
 *
 * @param grant of a source that is an operator's to give from
 */
record GrantWish(Identity customer, Grant grant, String reason) {

    /** More than anybody has, and few enough that sums of them stay sums. */
    static final long CREDITS_MAX = 1_000_000_000_000L;

    private static final Set<Source> OPERATORS =
            Set.of(Source.PROMOTION, Source.COMPENSATION, Source.ADJUSTMENT);
    private static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");
    private static final int WORD_MAX = 50;

    static GrantWish of(Fields fields, Instant now) {
        var customer = Named.customer(fields);
        long credits = fields.whole("credits", 1, CREDITS_MAX);
        var source = source(fields);
        var priority = fields.maybeWhole("priority", 0, 100);
        var expiresAt = expiry(fields, now);
        var reason = fields.line("reason", ReasonWish.REASON_MAX);
        fields.check();
        var grant = new Grant(source, new Credits(credits),
                priority == null ? Grant.PRIORITY : priority.intValue(), expiresAt);
        return new GrantWish(customer, grant, reason);
    }

    private static Source source(Fields fields) {
        var source = Source.of(fields.text("source", WORD_MAX)).filter(OPERATORS::contains);
        if (source.isEmpty()) {
            fields.wrong("source", "must be promotion, compensation or adjustment");
        }
        return source.orElse(Source.ADJUSTMENT);
    }

    private static @Nullable Instant expiry(Fields fields, Instant now) {
        var text = fields.maybeText("expiresAt", WORD_MAX);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var at = time(text).filter(t -> t.isAfter(now) && t.isBefore(NEVER));
        if (at.isEmpty()) {
            fields.wrong("expiresAt", "must be a time to come, as 2027-01-01T00:00:00Z");
        }
        return at.orElse(null);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
