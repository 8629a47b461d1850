package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.event.EventCursor;
import dev.makegood.project.ProjectFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How PostgreSQL answers operators: each look-up is a step of an index, whatever else there is. */
class OperatorPlansTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final CustomerId ADA = new CustomerId(new UUID(0x7000, 1));
    private static final Instant MIDDLE = Instant.parse("2026-01-15T00:00:00Z");
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
    static void there_are_many_projects_most_of_them_ended_and_five_events_about_each() {
        TestSql.execute(DATABASE.asOwner(), """
                insert into makegood.customer (customer_id) values ('%s')""".formatted(ADA),
                projects(), events(), identities(), references(),
                "analyze makegood.project", "analyze makegood.event",
                "analyze makegood.customer_identity", "analyze makegood.gateway_ref");
    }

    /** Every thousandth has not ended; as many wait for their payment. */
    private static String projects() {
        return """
                insert into makegood.project (customer_id, id, version, state, status, category,
                    operation, multipliers, prompt, inputs, metadata, price_base, price_multipliers,
                    price_credits, funding, pipeline, created_at, attempt, result, updated_at)
                select '%s', gen_random_uuid(), 1, state,
                    case state when 'completed' then state else 'pending' end, 'story-editor',
                    'project-video', '{}', 'a cat', '{}', '{}', 0, '{}', 0,
                    case state when 'awaiting_payment' then 'unpaid' else 'free' end, 'pipeline',
                    at, case state when 'pending' then 1 end,
                    case state when 'completed' then 'made' end, at
                from (
                    select case n %% 1000 when 0 then 'pending' when 1 then 'awaiting_payment'
                            else 'completed' end as state,
                        timestamptz '2026-01-01' + n * interval '1 minute' as at
                    from generate_series(1, 40000) as n) as made""".formatted(ADA);
    }

    private static String events() {
        return """
                insert into makegood.event (customer_id, sequence, occurred_at, event_type, facts, hash)
                select customer_id, row_number() over (order by created_at, n), created_at,
                    'project.test', jsonb_build_object('project', id::text, 'actor', 'number ' || n),
                    nothing
                from makegood.project, generate_series(1, 2) as n,
                    decode(repeat('00', 32), 'hex') as nothing""";
    }

    private static String identities() {
        return """
                insert into makegood.customer_identity (provider, subject, customer_id)
                select 'app', 'user-' || n, gen_random_uuid() from generate_series(1, 20000) as n""";
    }

    private static String references() {
        return """
                insert into makegood.gateway_ref (ref, gateway, customer_id, payment_id)
                select 'pi_' || n, 'stripe', gen_random_uuid(), gen_random_uuid()
                from generate_series(1, 20000) as n""";
    }

    @Test
    void what_is_stuck_is_read_from_an_index_of_what_is_open() {
        var open = store.reports().openProjects(MIDDLE, null, PAGE);

        assertThat(open).hasSize(PAGE);
        plan().assertKeysetScan(PAGE, "project_open");
    }

    @Test
    void the_newest_events_are_read_from_an_index() {
        assertThat(store.reports().newestEvents(null, PAGE)).hasSize(PAGE);
        plan().assertKeysetScan(PAGE, "event_newest");
        assertThat(store.reports().newestEvents(new EventCursor(MIDDLE, ADA, 7), PAGE))
                .hasSize(PAGE);
        plan().assertKeysetScan(PAGE, "event_newest");
    }

    @Test
    void a_customers_projects_in_a_time_are_read_from_an_index() {
        assertThat(store.reports()
                .projects(ProjectFilter.ALL.withCustomer(ADA)
                        .between(MIDDLE.minusSeconds(86_400), MIDDLE), null, PAGE)).hasSize(PAGE);
        plan().assertKeysetScan(PAGE, "project_history");
    }

    @Test
    void who_acted_is_read_from_an_index_for_a_whole_page_at_once() {
        var owners = new HashMap<UUID, CustomerId>();
        store.reports()
                .projects(ProjectFilter.ALL.withCustomer(ADA), null, 100)
                .forEach(project -> owners.put(project.id().value(), ADA));
        statements.clear();

        assertThat(store.reports().lastActors(owners)).hasSize(100)
                .allSatisfy((id, actor) -> assertThat(actor).isEqualTo("number 2"));
        var queryPlan = plan();
        assertThat(queryPlan.text()).contains("\"Index Name\": \"event_about\"");
        assertThat(queryPlan.nodes()).doesNotContain("Seq Scan");
        assertThat(queryPlan.rows()).isLessThanOrEqualTo(200);
        assertThat(statements).hasSize(1);
    }

    @Test
    void references_and_parts_of_identities_are_single_steps_of_an_index() {
        assertThat(store.paymentDirectory().findIdsByRef("pi_700")).hasSize(1);
        assertThat(plan().text()).contains("\"Index Name\": \"gateway_ref_pk\"");
        assertThat(store.customerDirectory().findBySubject("user-700")).hasSize(1);
        assertThat(plan().text()).contains("\"Index Name\": \"customer_identity_pk\"");
    }

    private QueryPlan plan() {
        return QueryPlan.of(DATABASE, statements.removeLast());
    }
}
