package dev.makegood.persistence;

import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Core's order of spending in SQL, in the words of the index {@code credit_grant_spending}: another
 * wording would not find it.
 */
final class GrantOrder {

    /** Everything that an order of grants is made of, in its order. */
    static final String SQL = "priority, coalesce(open_until, 'infinity'::timestamptz), "
            + sourceRank() + ", granted_at, sequence";

    /** What comes after the {@link #place} of a grant. */
    static final String IS_AFTER = "(" + SQL + ") > (?::smallint, coalesce(?::timestamptz,"
            + " 'infinity'::timestamptz), ?::integer, ?::timestamptz, ?::bigint)";

    private GrantOrder() {}

    /** The order of {@link GrantSource}; the last stands for what is left. */
    private static String sourceRank() {
        int last = GrantSource.values().length - 1;
        return Stream.of(GrantSource.values())
                .limit(last)
                .map(source -> "when '" + source.label() + "' then " + rank(source))
                .collect(Collectors.joining(" ", "(case source ", " else " + last + " end)"));
    }

    private static int rank(GrantSource source) {
        return List.of(GrantSource.values()).indexOf(source);
    }

    static List<@Nullable String> place(GrantBalance grant) {
        return Arrays.asList(SqlText.of(grant.grant().priority()), SqlText.of(grant.expiresAt()),
                SqlText.of(rank(grant.grant().source())), SqlText.of(grant.grantedAt()),
                SqlText.of(grant.sequence()));
    }
}
