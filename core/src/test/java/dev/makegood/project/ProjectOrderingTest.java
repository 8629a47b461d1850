package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceTable;
import dev.makegood.pricing.Tariff;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectOrderingTest extends ProjectsTestBase {

    private final ProjectId id = fixture.samples.project();

    @Test
    void an_order_holds_its_credits_and_waits_to_be_sent() {
        var submitted = projects.submit(id, ada, MakegoodFixture.VIDEO);

        assertThat(submitted).isEqualTo(new Submission.Queued(fixture.stateOf(id)));
        assertThat(fixture.stateOf(id)).isInstanceOf(Project.Pending.class);
        assertThat(fixture.storage.taskQueue().find(ada, ProjectTasks.SUBMIT, id.value()))
                .isPresent();
        assertThat(fixture.pipeline.orders()).as("the pipeline was not called yet").isEmpty();
        assertCredits(60, 40);
        assertThat(eventTypes()).containsExactly("credits.granted", "credits.held",
                "project.created");
    }

    @Test
    void the_same_order_again_is_answered_as_the_first_time() {
        var first = projects.submit(id, ada, MakegoodFixture.VIDEO);

        assertThat(projects.submit(id, ada, MakegoodFixture.VIDEO)).isEqualTo(first);
        assertCredits(60, 40);
    }

    @Test
    void the_same_order_again_says_how_the_project_is_now() {
        fixture.submitProject(ada);
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);

        assertThat(projects.submit(project, ada, MakegoodFixture.VIDEO))
                .isEqualTo(new Submission.Queued(fixture.stateOf(project)));
    }

    @Test
    void ten_orders_of_the_same_id_at_once_hold_once() {
        var unused =
                ConcurrentCalls.run(10, who -> projects.submit(id, ada, MakegoodFixture.VIDEO));

        assertCredits(60, 40);
    }

    @Test
    void an_id_is_not_used_for_another_order() {
        var unused = projects.submit(id, ada, MakegoodFixture.VIDEO);

        assertThatThrownBy(
                () -> projects.submit(id, ada, Operation.of("story-editor", "project-video", "hd")))
                        .isInstanceOf(IllegalArgumentException.class);
        assertCredits(60, 40);
    }

    @Test
    void an_id_is_not_used_by_another_customer() {
        var bob = fixture.customerWith(100);
        var unused = projects.submit(id, ada, MakegoodFixture.VIDEO);

        assertThatThrownBy(() -> projects.submit(id, bob, MakegoodFixture.VIDEO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.available(bob)).isEqualTo(100);
    }

    @Test
    void who_has_too_few_credits_learns_how_many_are_missing() {
        fixture.submitProject(ada);
        fixture.submitProject(ada);

        assertThat(projects.submit(id, ada, MakegoodFixture.VIDEO))
                .isEqualTo(new Submission.ShortOfCredits(
                        new Credits(40), new Credits(20), new Credits(80)));
        assertThat(projects.find(id)).isEmpty();
        assertCredits(20, 80);
    }

    @Test
    void a_customer_with_debt_orders_nothing() {
        var purchase = fixture.grant(ada, 100);
        for (int i = 0; i < 5; i++) {
            fixture.pipeline.completes(fixture.startProject(ada));
        }
        var unused = fixture.makegood.ledger()
                .reverse(fixture.samples.transfer(), ada, purchase, 1, 1, Cause.rule("disputed"));

        assertThat(projects.submit(id, ada, MakegoodFixture.VIDEO))
                .isEqualTo(new Submission.InDebt(new Credits(100)));
    }

    @Test
    void what_has_no_price_cannot_be_ordered() {
        var strange = Operation.of("story-editor", "project-video", "8k");

        assertThat(projects.submit(id, ada, strange))
                .isEqualTo(new Submission.UnknownOperation(strange, "8k"));
        assertCredits(100, 0);
    }

    @Test
    void what_costs_nothing_is_done_without_a_hold() {
        var free = MakegoodFixture.inMemory(builder -> builder.withPriceList(PriceTable.of(List.of(
                new Tariff("story-editor/project-video", BigDecimal.ZERO, Map.of())))));
        var bob = free.samples.customer();
        var project = free.startProject(bob);

        free.pipeline.completes(project);

        assertThat(free.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(free.storage.statements().lines(bob, null, 10)).isEmpty();
        assertThat(free.makegood.audit().violations(bob)).isEmpty();
    }

    @Test
    void the_caller_who_ordered_may_send_it_first() {
        var patient = MakegoodFixture.inMemory(
                builder -> builder.withSubmitHeadStart(Duration.ofSeconds(10)));
        var bob = patient.customerWith(100);
        var project = patient.submitProject(bob);

        patient.runDueTasks();
        assertThat(patient.pipeline.orders()).isEmpty();

        assertThat(patient.makegood.taskRunner().runNow(bob, ProjectTasks.SUBMIT, project.value()))
                .isTrue();
        assertThat(patient.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(patient.makegood.taskRunner().runNow(bob, ProjectTasks.SUBMIT, project.value()))
                .isFalse();
    }
}
