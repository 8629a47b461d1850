package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.ledger.CreditRefund.CreditsRefunded;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.testing.MakegoodFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An operator refunds what a capture took, a host's own or a project's. */
class CaptureRefundsTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.customerWith(100);
    private final TransferId hold = fixture.samples.transfer();
    private final TransferId capture = fixture.samples.transfer();
    private final TransferId refund = fixture.samples.transfer();

    private CreditRefund refund(TransferId id, TransferId captured, @Nullable Credits credits) {
        return fixture.makegood.refunds().refundCapture(id, captured, credits, Cause.rule("sorry"));
    }

    private void captureForAHost() {
        var ledger = fixture.makegood.ledger();
        ledger.hold(hold, ada, new Credits(40), new Subject("booking", fixture.samples.id()));
        ledger.capture(capture, ada, hold, new Credits(40));
    }

    @Test
    void a_part_and_then_all_that_is_left_of_a_hosts_capture_is_refunded() {
        captureForAHost();

        assertThat(refund(fixture.samples.transfer(), capture, new Credits(15)))
                .isEqualTo(new CreditsRefunded(new Credits(15), true));
        assertThat(refund(refund, capture, null))
                .isEqualTo(new CreditsRefunded(new Credits(25), true));
        assertThat(refund(refund, capture, null)).as("the same again")
                .isEqualTo(new CreditsRefunded(new Credits(25), false));
        assertThat(refund(fixture.samples.transfer(), capture, null)).as("nothing is left")
                .isEqualTo(new CreditsRefunded(Credits.NONE, false));
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void more_than_was_captured_is_not_refunded() {
        captureForAHost();

        assertThat(refund(refund, capture, new Credits(41)))
                .isEqualTo(new ExceedsCapture(new Credits(40)));
    }

    @Test
    void a_projects_capture_is_refunded_as_that_projects() {
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);
        var captured = TransferId.of("capture", project.value());

        assertThat(refund(refund, captured, new Credits(5)))
                .isEqualTo(new CreditsRefunded(new Credits(5), true));
        assertThat(fixture.stateOf(project).creditsRefunded()).isEqualTo(new Credits(5));
    }

    @Test
    void what_is_no_capture_is_not_refunded() {
        captureForAHost();

        assertThat(refund(refund, hold, null)).isEqualTo(new NoSuchCapture(hold));
        assertThat(refund(refund, fixture.samples.transfer(), null))
                .isInstanceOf(NoSuchCapture.class);
    }
}
