package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hold costs grows with the grants it touches, not with those that are open. */
class GrantReadsTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final Samples SAMPLES = Samples.fresh();
    private static final long CREDITS_EACH = 5;

    private final List<SqlStatement> statements = new ArrayList<>();
    private final JooqStore store = JooqStore.on(DATABASE.asApplication(),
            JooqConfiguration.standard().watchedBy(statements::add));
    private final Makegood makegood = Makegood.on(store).open();

    /** A tenth of them never expires, the others late, each at a time of its own. */
    private static CustomerId customerWithGrants(int grants) {
        var customer = SAMPLES.customer();
        TestSql.execute(DATABASE.asOwner(),
                """
                        insert into makegood.customer (customer_id, available, ledger_sequence)
                        values ('%s', %d, %d)""".formatted(customer, grants * CREDITS_EACH, grants),
                """
                        insert into makegood.transfer (customer_id, id, sequence, kind, amount,
                            part_grant, part_credits, part_time_left_us, subject_kind, subject_id,
                            reason, written_at, available_after, held_after, debt_after,
                            previous_hash, hash)
                        select '%1$s', id, n, 'grant', %3$d, array[id], '{%3$d}', '{null}',
                            'transfer', id, 'test', '2026-01-01', %3$d * n, 0, 0,
                            decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
                        from (select n, gen_random_uuid() as id from generate_series(1, %2$d) as n) as made"""
                        .formatted(customer, grants, CREDITS_EACH),
                """
                        insert into makegood.credit_grant (customer_id, id, source, credits,
                            priority, expires_at, credits_remaining, clawed_back, open_until,
                            granted_at, sequence, is_open)
                        select customer_id, id, 'promotion', amount, 50, expiry, amount, 0, expiry,
                            written_at, sequence, true
                        from (
                            select *, case when sequence %% 10 > 0 then timestamptz '2500-01-01'
                                + sequence * interval '1 second' end as expiry
                            from makegood.transfer
                            where customer_id = '%s') as granted""".formatted(customer));
        return customer;
    }

    private TransferId hold(CustomerId customer, long credits) {
        var id = SAMPLES.transfer();
        var posting = makegood.ledger()
                .hold(id, customer, new Credits(credits), new Subject("booking", SAMPLES.id()));
        assertThat(posting).isInstanceOf(Posting.Posted.class);
        return id;
    }

    private long rowsRead() {
        return statements.stream()
                .filter(Question.class::isInstance)
                .mapToLong(question -> ((Question<?>) question).rows().size())
                .sum();
    }

    private void forgetWhatWasRead() {
        statements.clear();
    }

    @Test
    void a_hold_reads_and_writes_as_much_with_ten_open_grants_as_with_ten_thousand() {
        var few = customerWithGrants(10);
        var many = customerWithGrants(10_000);

        var unused = hold(few, 7);
        int statementsOfFew = statements.size();
        long rowsOfFew = rowsRead();
        forgetWhatWasRead();
        var unusedToo = hold(many, 7);

        assertThat(rowsRead()).isEqualTo(rowsOfFew).isPositive();
        assertThat(statements).hasSize(statementsOfFew);
    }

    @Test
    void the_first_grants_in_spending_order_are_read_from_an_index() {
        var customer = customerWithGrants(10_000);
        TestSql.execute(DATABASE.asOwner(), "analyze makegood.credit_grant");

        var unused = hold(customer, 7);

        planOf("limit 9").assertKeysetScan(9, "credit_grant_spending");
        var expiry = planOf("order by open_until limit 1");
        assertThat(expiry.nodes()).contains("Index Scan").doesNotContain("Seq Scan");
        assertThat(expiry.rows()).isEqualTo(1);
    }

    /** Of the statement as it was before the hold wrote: the same, for it took from one grant. */
    private QueryPlan planOf(String words) {
        return QueryPlan.of(DATABASE, statements.stream()
                .filter(statement -> statement.sql().contains("credit_grant"))
                .filter(statement -> statement.sql().contains(words))
                .map(GrantReadsTest::inlined)
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is in none of " + statements)));
    }

    private static String inlined(SqlStatement statement) {
        var sql = statement.sql();
        for (var value : statement.values()) {
            sql = sql.replaceFirst("\\?", "'" + value + "'");
        }
        return sql;
    }

    @Test
    void a_hold_of_ten_thousand_grants_is_a_few_statements_and_so_is_its_release() {
        var customer = customerWithGrants(10_000);

        var hold = hold(customer, 9_999 * CREDITS_EACH);
        assertThat(statements).hasSizeLessThan(30);
        forgetWhatWasRead();
        var release = makegood.ledger().release(SAMPLES.transfer(), customer, hold);

        assertThat(release).isInstanceOf(Posting.Posted.class);
        assertThat(statements).hasSizeLessThan(30);
        assertThat(makegood.ledger().available(customer))
                .isEqualTo(new Credits(10_000 * CREDITS_EACH));
    }
}
