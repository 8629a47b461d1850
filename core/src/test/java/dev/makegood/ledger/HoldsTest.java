package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadySettled;
import dev.makegood.ledger.Posting.ExceedsHold;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldsTest extends LedgerTestBase {

    @Test
    void a_grant_can_be_spent() {
        fixture.grant(ada, 60);

        assertBalances(60, 0, 0);
        assertThat(ledger.available(ada)).isEqualTo(new Credits(60));
    }

    @Test
    void a_hold_sets_credits_aside() {
        fixture.grant(ada, 60);

        assertThat(hold(40)).isInstanceOf(Posted.class);

        assertBalances(20, 40, 0);
    }

    @Test
    void the_whole_of_what_is_there_can_be_held_and_not_one_more() {
        fixture.grant(ada, 60);

        assertThat(hold(61)).isEqualTo(
                new Overdrawn(new Credits(61), new Credits(60), Credits.NONE));
        assertThat(((Overdrawn) hold(61)).shortfall()).isEqualTo(new Credits(1));
        assertThat(hold(60)).isInstanceOf(Posted.class);

        assertBalances(0, 60, 0);
    }

    @Test
    void a_capture_spends_a_hold() {
        fixture.grant(ada, 60);
        hold(40);

        assertThat(capture(40)).isInstanceOf(Posted.class);

        assertBalances(20, 0, 0);
        assertThat(kinds()).containsExactly(TransferKind.GRANT, TransferKind.HOLD,
                TransferKind.CAPTURE);
    }

    @Test
    void only_a_hold_is_captured_or_released() {
        var grant = fixture.grant(ada, 60);
        hold(40);
        capture(10);

        assertThat(ledger.capture(refund, ada, grant, new Credits(10)))
                .isEqualTo(new NoSuchHold(grant));
        assertThat(ledger.capture(refund, ada, capture, new Credits(10)))
                .isEqualTo(new NoSuchHold(capture));
        assertThat(ledger.release(refund, ada, grant)).isEqualTo(new NoSuchHold(grant));
        assertBalances(50, 0, 0);
    }

    @Test
    void a_capture_of_a_part_releases_the_remainder_at_once() {
        fixture.grant(ada, 60);
        hold(40);

        capture(25);

        assertBalances(35, 0, 0);
        assertThat(kinds()).containsExactly(TransferKind.GRANT, TransferKind.HOLD,
                TransferKind.CAPTURE, TransferKind.RELEASE_REMAINDER);
    }

    @Test
    void the_remainder_goes_back_to_the_grants_that_were_used_last() {
        var first = fixture.grant(ada, 10);
        var second = fixture.grant(ada, 10);
        var third = fixture.grant(ada, 10);
        hold(25);

        capture(12);

        assertThat(List.of(remainingOf(first), remainingOf(second), remainingOf(third)))
                .containsExactly(0L, 8L, 10L);
    }

    @Test
    void a_release_restores_everything_to_the_grants_it_came_from() {
        var first = fixture.grant(ada, 10);
        var second = fixture.grant(ada, 10);
        hold(15);

        assertThat(ledger.release(capture, ada, hold)).isInstanceOf(Posted.class);

        assertBalances(20, 0, 0);
        assertThat(remainingOf(first)).isEqualTo(10);
        assertThat(remainingOf(second)).isEqualTo(10);
    }

    @Test
    void more_than_is_held_cannot_be_captured() {
        fixture.grant(ada, 60);
        hold(40);

        assertThat(capture(41)).isEqualTo(new ExceedsHold(new Credits(40)));
        assertBalances(20, 40, 0);
    }

    @Test
    void a_hold_ends_once() {
        fixture.grant(ada, 60);
        hold(40);
        capture(40);

        assertThat(ledger.release(refund, ada, hold)).isInstanceOf(AlreadySettled.class);
        assertThat(ledger.capture(refund, ada, hold, new Credits(40)))
                .isInstanceOf(AlreadySettled.class);
        assertBalances(20, 0, 0);
    }

    @Test
    void a_hold_that_does_not_exist_does_not_end() {
        assertThat(capture(1)).isEqualTo(new NoSuchHold(hold));
        assertThat(ledger.release(refund, ada, hold)).isEqualTo(new NoSuchHold(hold));
    }

    @Test
    void a_grant_is_no_hold_and_a_hold_is_no_capture() {
        var grant = fixture.grant(ada, 60);
        hold(10);

        assertThat(ledger.release(refund, ada, grant)).isEqualTo(new NoSuchHold(grant));
        assertThat(ledger.refund(refund, ada, hold, new Credits(1), SORRY))
                .isEqualTo(new NoSuchCapture(hold));
    }

    @Test
    void the_hold_of_another_customer_cannot_be_captured() {
        var bob = fixture.customerWith(100);
        fixture.grant(ada, 60);
        hold(40);

        assertThat(ledger.capture(capture, bob, hold, new Credits(40)))
                .isEqualTo(new NoSuchHold(hold));
        assertBalances(20, 40, 0);
    }

    @Test
    void credits_taken_away_are_what_is_there_at_most() {
        fixture.grant(ada, 10);

        assertThat(ledger.adjustDown(hold, ada, new Credits(11), SORRY))
                .isInstanceOf(Overdrawn.class);
        assertThat(ledger.adjustDown(hold, ada, new Credits(10), SORRY)).isInstanceOf(Posted.class);
        assertBalances(0, 0, 0);
    }

    @Test
    void a_projects_credits_move_with_its_status_only() {
        fixture.grant(ada, 60);
        var project = fixture.submitProject(ada);
        var itsHold = TransferId.of("hold", project.value());

        assertThatThrownBy(() -> ledger.release(capture, ada, itsHold))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.capture(capture, ada, itsHold, new Credits(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> ledger.hold(hold, ada, new Credits(1), Subject.project(project.value())))
                        .isInstanceOf(IllegalArgumentException.class);
        assertBalances(20, 40, 0);
    }
}
