package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.schema.tables.records.CreditGrantRecord;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Where a grant and what remains of it meet the columns of {@code credit_grant}. */
final class GrantRow {

    static final List<Field<?>> CHANGING = List.of(CREDIT_GRANT.CREDITS_REMAINING,
            CREDIT_GRANT.CLAWED_BACK, CREDIT_GRANT.OPEN_UNTIL, CREDIT_GRANT.IS_OPEN);

    private GrantRow() {}

    static CreditGrantRecord of(CustomerId customer, GrantBalance balance) {
        var row = new CreditGrantRecord();
        row.setCustomerId(customer.value());
        row.setId(balance.id().value());
        row.setSource(balance.grant().source().label());
        row.setCredits(balance.grant().credits().amount());
        row.setPriority((short) balance.grant().priority());
        row.setExpiresAt(micros(balance.grant().expiresAt()));
        row.setCreditsRemaining(balance.remaining().amount());
        row.setClawedBack(balance.clawedBack().amount());
        row.setOpenUntil(micros(balance.expiresAt()));
        row.setGrantedAt(Microseconds.floor(balance.grantedAt()));
        row.setSequence(balance.sequence());
        row.setIsOpen(!balance.remaining().isNone());
        return row;
    }

    static GrantBalance read(CreditGrantRecord row) {
        var source = GrantSource.of(row.getSource())
                .orElseThrow(() -> new UnknownLabel("source of a grant", row.getSource()));
        var grant = new Grant(source, new Credits(row.getCredits()), row.getPriority(),
                row.getExpiresAt());
        return new GrantBalance(new TransferId(row.getId()), grant,
                new Credits(row.getCreditsRemaining()), new Credits(row.getClawedBack()),
                row.getOpenUntil(), row.getGrantedAt(), row.getSequence());
    }

    private static @Nullable Instant micros(@Nullable Instant at) {
        return at == null ? null : Microseconds.floor(at);
    }
}
