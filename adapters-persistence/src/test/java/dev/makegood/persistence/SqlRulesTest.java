package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.Configuration;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker of statements is tested itself; the contracts and the faults run with it. */
class SqlRulesTest {

    private final Configuration usual = new DefaultConfiguration();

    @ParameterizedTest
    @ValueSource(strings = {
            "select amount from makegood.transfer where id = ?",
            "update makegood.customer set available = ?",
            "insert into makegood.task (kind, subject_id) values (?, ?)",
            "select a from makegood.customer where customer_id = ? for update skip locked",
            "insert into makegood.customer_identity (subject) values (gen_random_uuid())",
            "update makegood.lease set expires_at = now()",
            "with t as (select 1) insert into makegood.event (customer_id) values (?)",
            "select id from makegood.project where customer_id = ? limit 20 offset 40",
            "select count(*) from makegood.project where customer_id = ?",
            "select pg_advisory_xact_lock(1)",
            "select pg_notify('a', 'b')",
            "set transaction isolation level serializable",
            "update makegood.project set customer_id = ?, state = ? where customer_id = ?",
            "insert into makegood.task (customer_id) values (?) on conflict (customer_id) do update"
                    + " set customer_id = excluded.customer_id",
            "insert into makegood.lease (name) values (?) on conflict (name) do update set holder = ?"
                    + " where lease.expires_at <= cast(? as timestamp(6) with time zone)",
            "alter table makegood.transfer add x int"})
    void what_does_not_work_on_a_cluster_is_refused(String sql) {
        assertThatThrownBy(() -> SqlRules.check(sql, usual)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "select available from makegood.customer where makegood.customer.customer_id = ?",
            "insert into makegood.task (customer_id, kind) values (?, ?)",
            "select customer_id from makegood.project_ref where project_id = ?",
            "update makegood.project set state = ? where customer_id = ?",
            "insert into makegood.task (customer_id, due_at) values (?, cast(? as timestamp))"
                    + " on conflict (customer_id) do update set due_at = excluded.due_at"})
    void what_stays_with_one_customer_passes(String sql) {
        assertThatCode(() -> SqlRules.check(sql, usual)).doesNotThrowAnyException();
    }

    @Test
    void what_crosses_customers_passes_when_it_is_marked() {
        var marked = JooqConfiguration.acrossCustomers(DSL.using(usual)).configuration();

        assertThatCode(() -> SqlRules.check("select id from makegood.task where due_at < ?",
                marked)).doesNotThrowAnyException();
    }
}
