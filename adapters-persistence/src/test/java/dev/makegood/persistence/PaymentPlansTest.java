package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.PaymentHistoryCursor;
import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL answers the pages of a customer with 50,000 payments: read from its own plans. */
class PaymentPlansTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final CustomerId ADA = new CustomerId(new UUID(0x7000, 1));
    private static final Instant MIDDLE = Instant.parse("2026-01-15T00:00:00Z");
    private static final UUID ANY = new UUID(1, 1);
    private static final int PAGE = 20;

    private final List<String> statements = new ArrayList<>();
    private final JooqStore store = JooqStore.on(DATABASE.asApplication(),
            JooqConfiguration.withListeners(new ExecuteListener() {
                @Override
                public void executeStart(ExecuteContext context) {
                    statements.add(context.query().getSQL(ParamType.INLINED));
                }
            }));

    @BeforeAll
    static void ada_has_fifty_thousand_payments_with_refunds() {
        TestSql.execute(DATABASE.asOwner(), """
                insert into makegood.customer (customer_id) values ('%s')""".formatted(ADA),
                payments(), refunds(), transfers(), bonuses());
    }

    /** Half of them failed; every third went through the other gateway. */
    private static String payments() {
        return """
                insert into makegood.payment (customer_id, id, version, state, status, gateway,
                    amount, currency, purpose, project_id, description, success_url, cancel_url,
                    created_at, reason, refund_key, refund_amount, refund_status, refund_requested_at,
                    dispute_key, dispute_amount, dispute_status, reversal_count, updated_at)
                select '%s', gen_random_uuid(), 1, state, state,
                    case n %% 3 when 0 then 'yookassa' else 'stripe' end, 100, 'EUR', 'project',
                    gen_random_uuid(), 'a video', 'https://a', 'https://b', at, 'because',
                    array['re_1'], array[5], array['succeeded'], array[at],
                    '{}', '{}', '{}', 1, at
                from (
                    select n, case n %% 2 when 0 then 'cancelled' else 'failed' end as state,
                        timestamptz '2026-01-01' + (n / 2) * interval '1 minute' as at
                    from generate_series(1, 50000) as n) as made"""
                .formatted(ADA);
    }

    private static String refunds() {
        return """
                insert into makegood.payment_refund
                    (customer_id, id, payment_id, refund_key, refunded_at)
                select customer_id, gen_random_uuid(), id, 're_1', created_at
                from makegood.payment""";
    }

    private static String transfers() {
        return """
                insert into makegood.transfer (customer_id, id, sequence, kind, amount, part_grant,
                    part_credits, part_time_left_us, subject_kind, subject_id, reason, written_at,
                    available_after, held_after, debt_after, previous_hash, hash)
                select '%s', gen_random_uuid(), n, 'grant', 5, '{}', '{}', '{}', 'transfer',
                    gen_random_uuid(), '', timestamptz '2026-01-01' + n * interval '2 minutes',
                    0, 0, 0, nothing, nothing
                from generate_series(1, 20000) as n, decode(repeat('00', 32), 'hex') as nothing
                """.formatted(ADA);
    }

    /** Every tenth of her grants is a weekly bonus. */
    private static String bonuses() {
        return """
                insert into makegood.credit_grant (customer_id, id, source, credits, priority,
                    credits_remaining, clawed_back, granted_at, sequence, is_open)
                select customer_id, id,
                    case sequence % 10 when 0 then 'weekly_bonus' else 'promotion' end, 5, 50, 0, 0,
                    written_at, sequence, false
                from makegood.transfer""";
    }

    @ParameterizedTest
    @ValueSource(strings = {"never analysed", "analysed"})
    void a_page_of_the_history_is_a_merge_of_three_scans(String how) {
        if (how.equals("analysed")) {
            TestSql.execute(DATABASE.asOwner(), "analyze makegood.payment",
                    "analyze makegood.payment_refund", "analyze makegood.credit_grant");
        }
        for (var cursor : new PaymentHistoryCursor[] {null,
                new PaymentHistoryCursor(MIDDLE, ANY)}) {
            lines(Set.of(), cursor).assertKeysetScan(PAGE * 3, "payment_history",
                    "payment_refund_history", "weekly_bonus_history");
        }
    }

    @Test
    void a_page_of_one_type_is_one_of_them() {
        lines(Set.of(PaymentType.REFUND), new PaymentHistoryCursor(MIDDLE, ANY)).assertKeysetScan(
                PAGE,
                "payment_refund_history");
        lines(Set.of(PaymentType.WEEKLY_BONUS), null).assertKeysetScan(PAGE,
                "weekly_bonus_history");
    }

    @Test
    void the_payments_of_all_customers_are_a_merge_of_scans_too() {
        var after = new PaymentCursor(MIDDLE, new PaymentId(ANY));
        var stripe = PaymentFilter.ALL.withGateway("stripe");

        page(PaymentFilter.ALL, after).assertKeysetScan(PAGE * 4, "payment_by_status");
        page(PaymentFilter.ALL.withStatuses(Set.of(PaymentStatus.FAILED)), null).assertKeysetScan(
                PAGE,
                "payment_by_status");
        page(stripe, after).assertKeysetScan(PAGE * 4, "payment_by_gateway");
        page(stripe.between(MIDDLE.minusSeconds(86_400), MIDDLE), null).assertKeysetScan(PAGE * 4,
                "payment_by_gateway");
    }

    @Test
    void quarantined_payments_are_found_among_all_events() {
        TestSql.execute(DATABASE.asOwner(), """
                insert into makegood.event
                    (customer_id, sequence, occurred_at, event_type, facts, hash)
                select '%s', n, timestamptz '2026-01-01' + n * interval '1 minute',
                    case n %% 2 when 0 then 'payment.quarantined' else 'credits.held' end, '{}',
                    decode(repeat('00', 32), 'hex')
                from generate_series(1, 10000) as n""".formatted(ADA), "analyze makegood.event");

        assertThat(store.reports().quarantineEvents(null, PAGE)).hasSize(PAGE);
        QueryPlan.of(DATABASE, statements.removeLast()).assertKeysetScan(PAGE, "event_quarantined");
    }

    /** Which entries are on a page; the refunds here are not in their payments' rows. */
    private QueryPlan lines(Set<PaymentType> types, @Nullable PaymentHistoryCursor cursor) {
        var lines = store.transactions()
                .execute(dsl -> new PaymentHistoryPage(dsl, ADA, cursor, PAGE).read(types));
        assertThat(lines).hasSize(PAGE);
        return QueryPlan.of(DATABASE, statements.removeLast());
    }

    private QueryPlan page(PaymentFilter filter, @Nullable PaymentCursor after) {
        assertThat(store.reports().payments(filter, after, PAGE)).hasSize(PAGE);
        return QueryPlan.of(DATABASE, statements.removeLast());
    }
}
