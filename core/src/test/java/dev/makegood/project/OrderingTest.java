package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceTable;
import dev.makegood.pricing.Tariff;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.House;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderingTest extends OnProjects {

    private final ProjectId id = house.samples.project();

    @Test
    void an_order_holds_its_credits_and_waits_to_be_sent() {
        var submitted = projects.submit(id, ada, House.VIDEO);

        assertThat(submitted).isEqualTo(new Submission.Queued(house.stateOf(id)));
        assertThat(house.stateOf(id)).isInstanceOf(Project.Pending.class);
        assertThat(house.storage.taskQueue().find(ada, Projects.SUBMIT_TASK, id.value()))
                .isPresent();
        assertThat(house.pipeline.orders()).as("nobody was called yet").isEmpty();
        credits(60, 40);
        assertThat(told()).containsExactly("credits.granted", "credits.held", "project.created");
    }

    @Test
    void the_same_order_again_is_answered_as_the_first_time() {
        var first = projects.submit(id, ada, House.VIDEO);

        assertThat(projects.submit(id, ada, House.VIDEO)).isEqualTo(first);
        credits(60, 40);
    }

    @Test
    void the_same_order_again_says_how_the_project_is_now() {
        house.ordered(ada);
        var project = house.started(ada);
        house.pipeline.completes(project);

        assertThat(projects.submit(project, ada, House.VIDEO))
                .isEqualTo(new Submission.Queued(house.stateOf(project)));
    }

    @Test
    void ten_orders_of_the_same_id_at_once_hold_once() {
        var unused = Crowd.of(10, who -> projects.submit(id, ada, House.VIDEO));

        credits(60, 40);
    }

    @Test
    void an_id_is_not_used_for_another_order() {
        var unused = projects.submit(id, ada, House.VIDEO);

        assertThatThrownBy(
                () -> projects.submit(id, ada, Operation.of("story-editor", "project-video", "hd")))
                        .isInstanceOf(IllegalArgumentException.class);
        credits(60, 40);
    }

    @Test
    void an_id_is_not_used_by_somebody_else() {
        var bob = house.customerWith(100);
        var unused = projects.submit(id, ada, House.VIDEO);

        assertThatThrownBy(() -> projects.submit(id, bob, House.VIDEO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.available(bob)).isEqualTo(100);
    }

    @Test
    void who_has_too_few_credits_learns_how_many_are_missing() {
        house.ordered(ada);
        house.ordered(ada);

        assertThat(projects.submit(id, ada, House.VIDEO)).isEqualTo(new Submission.ShortOfCredits(
                new Credits(40), new Credits(20), new Credits(80)));
        assertThat(projects.find(id)).isEmpty();
        credits(20, 80);
    }

    @Test
    void who_owes_credits_orders_nothing() {
        var purchase = house.granted(ada, 100);
        for (int i = 0; i < 5; i++) {
            house.pipeline.completes(house.started(ada));
        }
        var unused = house.makegood.ledger()
                .reverse(house.samples.transfer(), ada, purchase, 1, 1, Cause.rule("disputed"));

        assertThat(projects.submit(id, ada, House.VIDEO))
                .isEqualTo(new Submission.InDebt(new Credits(100)));
    }

    @Test
    void what_has_no_price_cannot_be_ordered() {
        var strange = Operation.of("story-editor", "project-video", "8k");

        assertThat(projects.submit(id, ada, strange))
                .isEqualTo(new Submission.UnknownOperation(strange, "8k"));
        credits(100, 0);
    }

    @Test
    void what_costs_nothing_is_done_without_a_hold() {
        var free = House.inMemory(opening -> opening.pricedBy(PriceTable.of(List.of(
                new Tariff("story-editor/project-video", BigDecimal.ZERO, Map.of())))));
        var bob = free.samples.customer();
        var project = free.started(bob);

        free.pipeline.completes(project);

        assertThat(free.stateOf(project)).isInstanceOf(Project.Completed.class);
        assertThat(free.storage.statements().lines(bob, null, 10)).isEmpty();
        assertThat(free.makegood.audit().findings(bob)).isEmpty();
    }

    @Test
    void whoever_ordered_may_send_it_first() {
        var patient = House.inMemory(
                opening -> opening.withHeadStart(Duration.ofSeconds(10)));
        var bob = patient.customerWith(100);
        var project = patient.ordered(bob);

        patient.runDueTasks();
        assertThat(patient.pipeline.orders()).isEmpty();

        assertThat(patient.makegood.tasks().runNow(bob, Projects.SUBMIT_TASK, project.value()))
                .isTrue();
        assertThat(patient.stateOf(project)).isInstanceOf(Project.Processing.class);
        assertThat(patient.makegood.tasks().runNow(bob, Projects.SUBMIT_TASK, project.value()))
                .isFalse();
    }
}
