package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.project.Histories.Place;
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

/** How PostgreSQL answers the pages of somebody with 100,000 projects: read from its own plans. */
class HistoryPlansTest {

    private static final TestDatabase DATABASE = Databases.migrated();
    private static final CustomerId ADA = new CustomerId(new UUID(0x7000, 1));
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
    static void ada_has_a_hundred_thousand_projects_and_somebody_else_a_few() {
        Plain.run(DATABASE.asOwner(), customer(ADA.value(), 100_000),
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
                    operation, multipliers, prompt, inputs, metadata, price_base, price_factors,
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
            Plain.run(DATABASE.asOwner(), "analyze makegood.project");
        }
        for (var place : new Place[] {null, at("2026-01-20T00:00:00Z"),
                at("2026-01-01T00:30:00Z")}) {
            var page = store.histories().page(ADA, Set.of(), place, PAGE);
            assertThat(page).hasSize(PAGE);
            plan(asked.removeLast()).isAKeysetScan(PAGE, "project_history");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_page_of_some_statuses_is_a_merge_of_such_scans(int statuses) {
        var wanted = Set.copyOf(List.of(ProjectStatus.COMPLETED, ProjectStatus.FAILED,
                ProjectStatus.PENDING, ProjectStatus.PROCESSING).subList(0, statuses));

        for (var place : new Place[] {null, at("2026-01-20T00:00:00Z")}) {
            assertThat(store.histories().page(ADA, wanted, place, PAGE)).hasSize(PAGE);
            plan(asked.removeLast()).isAKeysetScan(PAGE * statuses, "project_history_by_status");
        }
    }

    @Test
    void everybodys_projects_are_a_merge_of_such_scans_too() {
        assertThat(store.reports().projects(Set.of(), at("2026-01-20T00:00:00Z"), PAGE))
                .hasSize(PAGE);

        plan(asked.removeLast()).isAKeysetScan(PAGE * 4, "project_by_status");
    }

    @Test
    void the_figures_are_one_row_and_nothing_is_counted() {
        assertThat(store.histories().statistics(ADA).total()).isEqualTo(100_000);

        var plan = plan(asked.removeLast());
        assertThat(plan.nodes()).containsExactly("Index Scan");
        assertThat(plan.rows()).isEqualTo(1);
    }

    private static Plan plan(String sql) {
        return Plan.of(DATABASE, sql);
    }

    private static Place at(String moment) {
        return new Place(Instant.parse(moment), new ProjectId(new UUID(1, 1)));
    }
}
