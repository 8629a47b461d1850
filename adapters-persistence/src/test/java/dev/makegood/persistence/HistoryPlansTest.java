package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL answers the pages of a customer with 100,000 projects: read from its own plans. */
class HistoryPlansTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final CustomerId ADA = new CustomerId(new UUID(0x7000, 1));
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
    static void ada_has_a_hundred_thousand_projects_and_another_customer_a_few() {
        TestSql.execute(DATABASE.asOwner(), customer(ADA.value(), 100_000),
                projects(ADA.value(), 100_000), customer(new UUID(0x7000, 2), 1_000),
                projects(new UUID(0x7000, 2), 1_000));
    }

    private static String customer(UUID customer, int projects) {
        return """
                insert into makegood.customer (customer_id, event_sequence,
                    projects_completed, projects_failed)
                values ('%s', 1, %d, %d)""".formatted(customer, projects / 2, projects / 2);
    }

    /** Half of them failed; two of them were ordered in the same moment, always. */
    private static String projects(UUID customer, int projects) {
        return """
                insert into makegood.project (customer_id, id, version, state, status, category,
                    operation, multipliers, prompt, inputs, metadata, price_base, price_multipliers,
                    price_credits, funding, pipeline, created_at, result, failure_reason,
                    error_message, updated_at)
                select '%s', gen_random_uuid(), 1, state, state, 'story-editor', 'project-video',
                    '{}', 'a cat', '{}', '{}', 0, '{}', 0, 'free', 'pipeline', at,
                    case when state = 'completed' then 'made' end,
                    case when state = 'failed' then 'timed_out' end,
                    case when state = 'failed' then 'it never ended' end, at
                from (
                    select case n %% 2 when 0 then 'completed' else 'failed' end as state,
                        timestamptz '2026-01-01' + (n / 2) * interval '1 minute' as at
                    from generate_series(1, %d) as n) as made""".formatted(customer, projects);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never analysed", "analysed"})
    void a_page_is_read_from_an_index_wherever_it_is(String how) {
        if (how.equals("analysed")) {
            TestSql.execute(DATABASE.asOwner(), "analyze makegood.project");
        }
        for (var projectCursor : new ProjectCursor[] {null, at("2026-01-20T00:00:00Z"),
                at("2026-01-01T00:30:00Z")}) {
            var page = store.projectHistory().page(ADA, Set.of(), projectCursor, PAGE);
            assertThat(page).hasSize(PAGE);
            plan(statements.removeLast()).assertKeysetScan(PAGE, "project_history");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_page_of_some_statuses_is_a_merge_of_such_scans(int statuses) {
        var wanted = Set.copyOf(List.of(ProjectStatus.COMPLETED, ProjectStatus.FAILED,
                ProjectStatus.PENDING, ProjectStatus.PROCESSING).subList(0, statuses));

        for (var projectCursor : new ProjectCursor[] {null, at("2026-01-20T00:00:00Z")}) {
            assertThat(store.projectHistory().page(ADA, wanted, projectCursor, PAGE)).hasSize(PAGE);
            plan(statements.removeLast()).assertKeysetScan(PAGE * statuses,
                    "project_history_by_status");
        }
    }

    @Test
    void the_projects_of_all_customers_are_a_merge_of_such_scans_too() {
        assertThat(store.reports().projects(ProjectFilter.ALL, at("2026-01-20T00:00:00Z"), PAGE))
                .hasSize(PAGE);

        plan(statements.removeLast()).assertKeysetScan(PAGE * 4, "project_by_status");
    }

    @Test
    void the_figures_are_one_row_and_nothing_is_counted() {
        assertThat(store.projectHistory().statistics(ADA).total()).isEqualTo(100_000);

        var queryPlan = plan(statements.removeLast());
        assertThat(queryPlan.nodes()).containsExactly("Index Scan");
        assertThat(queryPlan.rows()).isEqualTo(1);
    }

    private static QueryPlan plan(String sql) {
        return QueryPlan.of(DATABASE, sql);
    }

    private static ProjectCursor at(String moment) {
        return new ProjectCursor(Instant.parse(moment), new ProjectId(new UUID(1, 1)));
    }
}
