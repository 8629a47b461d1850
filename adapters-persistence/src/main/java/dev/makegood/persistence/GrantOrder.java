package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Core's order of spending in SQL, in the words of the index {@code credit_grant_spending}: another
 * wording would not find it.
 */
final class GrantOrder {

    private static final Field<Instant> EXPIRY =
            field("coalesce(open_until, 'infinity'::timestamptz)",
                    CREDIT_GRANT.OPEN_UNTIL.getDataType());

    private static final Field<Instant> NEVER =
            field("'infinity'::timestamptz", CREDIT_GRANT.OPEN_UNTIL.getDataType());

    private static final Field<Integer> SOURCE = field(sourceRank(), Integer.class);

    private GrantOrder() {}

    /** The order of {@link GrantSource}; the last stands for what is left. */
    private static String sourceRank() {
        int last = GrantSource.values().length - 1;
        return Stream.of(GrantSource.values())
                .limit(last)
                .map(source -> "when '" + source.label() + "' then " + rank(source))
                .collect(Collectors.joining(" ", "case source ", " else " + last + " end"));
    }

    private static int rank(GrantSource source) {
        return List.of(GrantSource.values()).indexOf(source);
    }

    static List<Field<?>> fields() {
        return List.of(CREDIT_GRANT.PRIORITY, EXPIRY, SOURCE, CREDIT_GRANT.GRANTED_AT,
                CREDIT_GRANT.SEQUENCE);
    }

    static Condition isAfter(GrantBalance grant) {
        return row(CREDIT_GRANT.PRIORITY, EXPIRY, SOURCE, CREDIT_GRANT.GRANTED_AT,
                CREDIT_GRANT.SEQUENCE)
                        .gt(row(val((short) grant.grant().priority(), CREDIT_GRANT.PRIORITY),
                                expiry(grant.expiresAt()),
                                val(rank(grant.grant().source())),
                                val(grant.grantedAt(), CREDIT_GRANT.GRANTED_AT),
                                val(grant.sequence(), CREDIT_GRANT.SEQUENCE)));
    }

    private static Field<Instant> expiry(@Nullable Instant at) {
        return at == null ? NEVER : val(at, CREDIT_GRANT.OPEN_UNTIL);
    }
}
