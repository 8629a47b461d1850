package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.schema.tables.records.CreditGrantRecord;
import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Where a grant and what remains of it meet the columns of {@code credit_grant}. */
final class GrantRow {

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

    /** Writes all that changes of grants, in one statement; answers how many there were. */
    static int update(DSLContext dsl, CustomerId customer, List<GrantBalance> grants) {
        return dsl.update(CREDIT_GRANT)
                .set(CREDIT_GRANT.CREDITS_REMAINING, field("changed.remaining", Long.class))
                .set(CREDIT_GRANT.CLAWED_BACK, field("changed.clawed", Long.class))
                .set(CREDIT_GRANT.OPEN_UNTIL,
                        field("changed.until", CREDIT_GRANT.OPEN_UNTIL.getDataType()))
                .set(CREDIT_GRANT.IS_OPEN, field("changed.remaining > 0", Boolean.class))
                .from(table("unnest({0}, {1}, {2}, {3}) as changed (id, remaining, clawed, until)",
                        val(array(grants, UUID[]::new, grant -> grant.id().value())),
                        val(array(grants, Long[]::new, grant -> grant.remaining().amount())),
                        val(array(grants, Long[]::new, grant -> grant.clawedBack().amount())),
                        val(array(grants, OffsetDateTime[]::new,
                                grant -> utc(grant.expiresAt())))))
                .where(CREDIT_GRANT.CUSTOMER_ID.eq(customer.value()))
                .and(CREDIT_GRANT.ID.eq(field("changed.id", UUID.class)))
                .execute();
    }

    private static <T> T[] array(
            List<GrantBalance> grants, IntFunction<T[]> newArray,
            Function<GrantBalance, @Nullable T> column) {
        return grants.stream().map(column).toArray(newArray);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : Microseconds.floor(at).atOffset(ZoneOffset.UTC);
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
