package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Refunds;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.ReusedIdException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectRefundingTest extends ProjectsTestBase {

    private final Refunds refunds = fixture.makegood.refunds();
    private final TransferId id = fixture.samples.transfer();

    private CreditRefund refunded(
            TransferId refund, ProjectId project, @Nullable Long credits) {
        return refunds.refundProject(refund, project, credits == null ? null : new Credits(credits),
                OPERATOR);
    }

    private ProjectId completed() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);
        return project;
    }

    @Test
    void a_completed_project_is_refunded_whole() {
        var project = completed();

        assertThat(refunded(id, project, null))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(40), true));
        assertCredits(100, 0);
        assertThat(fixture.stateOf(project).creditsRefunded()).isEqualTo(new Credits(40));
        assertThat(fixture.stateOf(project)).isInstanceOf(Project.Completed.class);
    }

    @Test
    void a_completed_project_is_refunded_in_parts_and_never_more_than_it_cost() {
        var project = completed();

        assertThat(refunded(id, project, 25L))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(25), true));
        assertThat(refunded(fixture.samples.transfer(), project, 16L))
                .isEqualTo(new Posting.ExceedsCapture(new Credits(15)));
        assertThat(refunded(fixture.samples.transfer(), project, null))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(15), true));
        assertThat(refunded(fixture.samples.transfer(), project, null))
                .isEqualTo(new CreditRefund.CreditsRefunded(Credits.NONE, false));
        assertCredits(100, 0);
    }

    @Test
    void a_refund_changes_its_project_now() {
        var project = completed();
        fixture.clock.advance(Duration.ofDays(3));

        refunded(id, project, 25L);

        assertThat(fixture.stateOf(project).updatedAt()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void the_same_refund_again_changes_nothing() {
        var project = completed();
        var unused = refunded(id, project, 25L);

        assertThat(refunded(id, project, 25L))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(25), false));
        assertCredits(85, 0);
    }

    @Test
    void a_project_that_is_not_charged_yet_is_not_refunded() {
        assertThat(refunded(id, fixture.submitProject(ada), null))
                .isEqualTo(new CreditRefund.NotCaptured());
        assertThat(refunded(id, fixture.startProject(ada), null))
                .isEqualTo(new CreditRefund.NotCaptured());
    }

    @Test
    void a_failed_project_has_nothing_left_to_refund() {
        var project = fixture.startProject(ada);
        fixture.pipeline.breaks(project, "sorry");

        assertThat(refunded(id, project, null))
                .isEqualTo(new CreditRefund.CreditsRefunded(Credits.NONE, false));
        assertCredits(100, 0);
    }

    @Test
    void what_does_not_exist_is_not_refunded() {
        var project = fixture.samples.project();
        var capture = fixture.samples.transfer();

        assertThat(refunded(id, project, null)).isEqualTo(
                new Posting.NoSuchCapture(TransferId.of("capture", project.value())));
        assertThat(refunds.refundCapture(id, capture, null, OPERATOR))
                .isEqualTo(new Posting.NoSuchCapture(capture));
    }

    @Test
    void a_projects_capture_is_that_projects_refund() {
        var project = completed();
        var capture = TransferId.of("capture", project.value());

        assertThat(refunds.refundCapture(id, capture, new Credits(5), OPERATOR))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(5), true));
        assertThat(fixture.stateOf(project).creditsRefunded()).isEqualTo(new Credits(5));
    }

    @Test
    void a_capture_of_the_hosts_own_is_refunded() {
        var hold = fixture.samples.transfer();
        var capture = fixture.samples.transfer();
        var ledger = fixture.makegood.ledger();
        ledger.hold(hold, ada, new Credits(30), new Subject("booking", ada.value()));
        ledger.capture(capture, ada, hold, new Credits(30));

        assertThat(refunds.refundCapture(id, capture, new Credits(31), OPERATOR))
                .isEqualTo(new Posting.ExceedsCapture(new Credits(30)));
        assertThat(refunds.refundCapture(id, capture, null, OPERATOR))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(30), true));
        assertThat(refunds.refundCapture(fixture.samples.transfer(), capture, null, OPERATOR))
                .isEqualTo(new CreditRefund.CreditsRefunded(Credits.NONE, false));
        assertCredits(100, 0);
    }

    @Test
    void the_id_of_a_refund_is_not_used_for_another_project() {
        var first = completed();
        var second = completed();
        var unused = refunded(id, first, 25L);

        assertThatThrownBy(() -> refunded(id, second, 25L)).isInstanceOf(ReusedIdException.class)
                .hasMessageContaining("was used before");
        assertThatThrownBy(() -> refunded(id, second, null)).isInstanceOf(ReusedIdException.class);
        assertThatThrownBy(() -> refunded(id, first, 24L)).isInstanceOf(ReusedIdException.class);
        assertThat(fixture.stateOf(second).creditsRefunded()).isEqualTo(Credits.NONE);
        assertCredits(45, 0);
    }

    @Test
    void all_that_is_left_is_the_same_refund_again_when_nothing_is_left() {
        var hold = fixture.samples.transfer();
        var capture = fixture.samples.transfer();
        var ledger = fixture.makegood.ledger();
        ledger.hold(hold, ada, new Credits(30), new Subject("booking", ada.value()));
        ledger.capture(capture, ada, hold, new Credits(30));
        var unused = refunds.refundCapture(id, capture, null, OPERATOR);

        assertThat(refunds.refundCapture(id, capture, null, OPERATOR))
                .isEqualTo(new CreditRefund.CreditsRefunded(new Credits(30), false));
    }
}
