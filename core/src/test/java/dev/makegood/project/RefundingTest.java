package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Refunds;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundingTest extends OnProjects {

    private final Refunds refunds = house.makegood.refunds();
    private final TransferId id = house.samples.transfer();

    private Refunds.Refund refunded(TransferId refund, ProjectId project, @Nullable Long credits) {
        return refunds.project(refund, project, credits == null ? null : new Credits(credits),
                OPERATOR);
    }

    private ProjectId completed() {
        var project = house.started(ada);
        house.pipeline.completes(project);
        return project;
    }

    @Test
    void a_completed_project_is_refunded_whole() {
        var project = completed();

        assertThat(refunded(id, project, null))
                .isEqualTo(new Refunds.Given(new Credits(40), true));
        credits(100, 0);
        assertThat(house.stateOf(project).creditsRefunded()).isEqualTo(new Credits(40));
        assertThat(house.stateOf(project)).isInstanceOf(Project.Completed.class);
    }

    @Test
    void a_completed_project_is_refunded_in_parts_and_never_more_than_it_cost() {
        var project = completed();

        assertThat(refunded(id, project, 25L))
                .isEqualTo(new Refunds.Given(new Credits(25), true));
        assertThat(refunded(house.samples.transfer(), project, 16L))
                .isEqualTo(new Refunds.ExceedsCapture(new Credits(15)));
        assertThat(refunded(house.samples.transfer(), project, null))
                .isEqualTo(new Refunds.Given(new Credits(15), true));
        assertThat(refunded(house.samples.transfer(), project, null))
                .isEqualTo(new Refunds.Given(Credits.NONE, false));
        credits(100, 0);
    }

    @Test
    void the_same_refund_again_changes_nothing() {
        var project = completed();
        var unused = refunded(id, project, 25L);

        assertThat(refunded(id, project, 25L))
                .isEqualTo(new Refunds.Given(new Credits(25), false));
        credits(85, 0);
    }

    @Test
    void a_project_that_is_not_charged_yet_is_not_refunded() {
        assertThat(refunded(id, house.ordered(ada), null)).isEqualTo(new Refunds.NotCaptured());
        assertThat(refunded(id, house.started(ada), null)).isEqualTo(new Refunds.NotCaptured());
    }

    @Test
    void a_failed_project_has_nothing_left_to_give() {
        var project = house.started(ada);
        house.pipeline.breaks(project, "sorry");

        assertThat(refunded(id, project, null)).isEqualTo(new Refunds.Given(Credits.NONE, false));
        credits(100, 0);
    }

    @Test
    void what_does_not_exist_is_not_refunded() {
        assertThat(refunded(id, house.samples.project(), null)).isEqualTo(new Refunds.NotFound());
        assertThat(refunds.capture(id, house.samples.transfer(), null, OPERATOR))
                .isEqualTo(new Refunds.NotFound());
    }

    @Test
    void a_projects_capture_is_that_projects_refund() {
        var project = completed();
        var capture = TransferId.of("capture", project.value());

        assertThat(refunds.capture(id, capture, new Credits(5), OPERATOR))
                .isEqualTo(new Refunds.Given(new Credits(5), true));
        assertThat(house.stateOf(project).creditsRefunded()).isEqualTo(new Credits(5));
    }

    @Test
    void a_capture_of_the_hosts_own_is_refunded() {
        var hold = house.samples.transfer();
        var capture = house.samples.transfer();
        var ledger = house.makegood.ledger();
        ledger.hold(hold, ada, new Credits(30), new About("booking", ada.value()));
        ledger.capture(capture, ada, hold, new Credits(30));

        assertThat(refunds.capture(id, capture, new Credits(31), OPERATOR))
                .isEqualTo(new Refunds.ExceedsCapture(new Credits(30)));
        assertThat(refunds.capture(id, capture, null, OPERATOR))
                .isEqualTo(new Refunds.Given(new Credits(30), true));
        assertThat(refunds.capture(house.samples.transfer(), capture, null, OPERATOR))
                .isEqualTo(new Refunds.Given(Credits.NONE, false));
        credits(100, 0);
    }
}
