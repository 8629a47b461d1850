package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.PaymentHistory.Place;
import dev.makegood.customer.CustomerId;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.persistence.embedded.TestDatabase;
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

/** How PostgreSQL answers the pages of somebody who paid 50,000 times: read from its own plans. */
class PaymentPlansTest {

    private static final TestDatabase DATABASE = Databases.migrated();
    private static final CustomerId ADA = new CustomerId(new UUID(0x7000, 1));
    private static final Instant MIDDLE = Instant.parse("2026-01-15T00:00:00Z");
    private static final UUID ANY = new UUID(1, 1);
    private static final int PAGE = 20;

    private final List<String> asked = new ArrayList<>();
    private final JooqStore store = JooqStore.on(DATABASE.asApplication(),
            Dialect.watchedBy(new ExecuteListener() {
                @Override
                public void executeStart(ExecuteContext context) {
                    asked.add(context.query().getSQL(ParamType.INLINED));
                }
            }));

    @BeforeAll
    static void ada_paid_fifty_thousand_times_and_got_much_of_it_back() {
        Plain.run(DATABASE.asOwner(), """
                insert into makegood.customer (customer_id) values ('%s')""".formatted(ADA),
                payments(), refunds(), lines(), bonuses());
    }

    /** Half of them failed; every third went through the other gateway. */
    private static String payments() {
        return """
                insert into makegood.payment (customer_id, id, version, state, status, gateway,
                    amount, currency, purpose, work, description, success_url, cancelled_url,
                    created_at, why, refund_key, refund_amount, refund_state, refund_at,
                    dispute_key, dispute_amount, dispute_stage, reversals, updated_at)
                select '%s', gen_random_uuid(), 1, state, state,
                    case n %% 3 when 0 then 'yookassa' else 'stripe' end, 100, 'EUR', 'work',
                    gen_random_uuid(), 'a film', 'https://a', 'https://b', at, 'because',
                    array['re_1'], array[5], array['succeeded'], array[at],
                    '{}', '{}', '{}', 1, at
                from (
                    select n, case n %% 2 when 0 then 'cancelled' else 'failed' end as state,
                        timestamptz '2026-01-01' + (n / 2) * interval '1 minute' as at
                    from generate_series(1, 50000) as n) as made""".formatted(ADA);
    }

    private static String refunds() {
        return """
                insert into makegood.payment_refund
                    (customer_id, id, payment_id, refund_key, refunded_at)
                select customer_id, gen_random_uuid(), id, 're_1', created_at
                from makegood.payment""";
    }

    private static String lines() {
        return """
                insert into makegood.transfer (customer_id, id, sequence, kind, amount, part_grant,
                    part_credits, part_time_left_us, about_kind, about_id, reason, written_at,
                    available_after, held_after, debt_after, previous, hash)
                select '%s', gen_random_uuid(), n, 'grant', 5, '{}', '{}', '{}', 'grant',
                    gen_random_uuid(), '', timestamptz '2026-01-01' + n * interval '2 minutes',
                    0, 0, 0, nothing, nothing
                from generate_series(1, 20000) as n, decode(repeat('00', 32), 'hex') as nothing
                """.formatted(ADA);
    }

    /** Every tenth of what she was given was a week's bonus. */
    private static String bonuses() {
        return """
                insert into makegood.credit_grant (customer_id, id, source, credits, priority,
                    credits_left, taken_back, granted_at, sequence, is_open)
                select customer_id, id,
                    case sequence % 10 when 0 then 'weekly_bonus' else 'promotion' end, 5, 50, 0, 0,
                    written_at, sequence, false
                from makegood.transfer""";
    }

    @ParameterizedTest
    @ValueSource(strings = {"never analysed", "analysed"})
    void a_page_of_the_history_is_a_merge_of_three_scans(String how) {
        if (how.equals("analysed")) {
            Plain.run(DATABASE.asOwner(), "analyze makegood.payment",
                    "analyze makegood.payment_refund", "analyze makegood.credit_grant");
        }
        for (var place : new Place[] {null, new Place(MIDDLE, ANY)}) {
            lines(Set.of(), place).isAKeysetScan(PAGE * 3, "payment_history",
                    "payment_refund_history", "weekly_bonus_history");
        }
    }

    @Test
    void a_page_of_one_type_is_one_of_them() {
        lines(Set.of(PaymentType.REFUND), new Place(MIDDLE, ANY)).isAKeysetScan(PAGE,
                "payment_refund_history");
        lines(Set.of(PaymentType.WEEKLY_BONUS), null).isAKeysetScan(PAGE, "weekly_bonus_history");
    }

    @Test
    void everybodys_payments_are_a_merge_of_scans_too() {
        var place = new PaymentPlace(MIDDLE, new PaymentId(ANY));
        var stripe = PaymentFilter.ALL.through("stripe");

        page(PaymentFilter.ALL, place).isAKeysetScan(PAGE * 4, "payment_by_status");
        page(PaymentFilter.ALL.in(Set.of(PaymentStatus.FAILED)), null).isAKeysetScan(PAGE,
                "payment_by_status");
        page(stripe, place).isAKeysetScan(PAGE * 4, "payment_by_gateway");
        page(stripe.between(MIDDLE.minusSeconds(86_400), MIDDLE), null).isAKeysetScan(PAGE * 4,
                "payment_by_gateway");
    }

    @Test
    void what_a_person_should_look_at_is_found_among_all_that_happened() {
        Plain.run(DATABASE.asOwner(), """
                insert into makegood.event
                    (customer_id, sequence, happened_at, event_type, facts)
                select '%s', n, timestamptz '2026-01-01' + n * interval '1 minute',
                    case n %% 2 when 0 then 'payment.quarantined' else 'credits.held' end, '{}'
                from generate_series(1, 10000) as n""".formatted(ADA), "analyze makegood.event");

        assertThat(store.reports().quarantined(null, PAGE)).hasSize(PAGE);
        Plan.of(DATABASE, asked.removeLast()).isAKeysetScan(PAGE, "event_quarantined");
    }

    /** Which lines are on a page; the refunds here were made without their payments' knowing. */
    private Plan lines(Set<PaymentType> types, @Nullable Place place) {
        var lines = store.transactions()
                .single(dsl -> new PaymentHistoryPage(dsl, ADA, place, PAGE).read(types));
        assertThat(lines).hasSize(PAGE);
        return Plan.of(DATABASE, asked.removeLast());
    }

    private Plan page(PaymentFilter filter, @Nullable PaymentPlace place) {
        assertThat(store.reports().payments(filter, place, PAGE)).hasSize(PAGE);
        return Plan.of(DATABASE, asked.removeLast());
    }
}
