package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.project.RunId;
import dev.makegood.project.Submission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main job, on PostgreSQL as a server would have it. */
class StoryTest {

    private final JooqStore store = JooqStore.on(TestDatabases.migrated().asApplication());
    private final Makegood makegood = Makegood.on(store)
            .withPipeline(request -> new Started(new RunId("run-of-" + request.id())))
            .open();
    private final CustomerId ada = new CustomerId(UUID.randomUUID());
    private final Order portrait =
            Order.of(Operation.of("story-editor", "project-video", "standard"));

    @Test
    void a_new_customer_gets_the_signup_grant_once() {
        var identity = new Identity("app", "ada");

        assertThat(makegood.customers().findOrCreate(identity, ada)).isEqualTo(ada);
        assertThat(makegood.customers().findOrCreate(identity, new CustomerId(UUID.randomUUID())))
                .isEqualTo(ada);

        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(60));
        assertThat(makegood.customers().find(ada).orElseThrow().identity()).isEqualTo(identity);
    }

    @Test
    void a_project_is_ordered_runs_and_fails_and_the_credits_are_back() {
        makegood.ledger()
                .grant(new TransferId(UUID.randomUUID()), ada,
                        Grant.of(GrantSource.PURCHASE, new Credits(100)));
        var project = new ProjectId(UUID.randomUUID());

        assertThat(makegood.projects().submit(project, ada, portrait))
                .isInstanceOf(Submission.Queued.class);
        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(60));
        assertThat(makegood.taskRunner().runDue(10)).isEqualTo(1);
        assertThat(store.projectHistory().find(project)).get()
                .isInstanceOf(Project.Processing.class);

        makegood.projects().fail(project, new Cause("operator", "out of memory"));

        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(100));
        assertThat(store.projectHistory().find(project)).get().isInstanceOf(Project.Failed.class);
        assertThat(store.projectHistory().statistics(ada).failed()).isEqualTo(1);
        var all = store.projectHistory().page(ada, Set.of(), null, 10);
        assertThat(all).hasSize(1);
        assertThat(store.projectHistory().page(ada, EnumSet.allOf(ProjectStatus.class), null, 10))
                .isEqualTo(all);
        assertThat(store.projectHistory().page(ada, Set.of(), ProjectCursor.of(all.getFirst()), 10))
                .isEmpty();
        assertThat(store.reports().projects(ProjectFilter.ALL, null, 10)).isEqualTo(all);
        assertThat(store.statements().lines(ada, null, 10)).hasSize(3);
        assertThat(makegood.eventRelay().deliver("here", 100)).isPositive();
        assertThat(store.outbox().undelivered(10)).isEmpty();
    }
}
