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

class HoldingTest extends OnLedger {

    @Test
    void a_grant_can_be_spent() {
        house.granted(ada, 60);

        balance(60, 0, 0);
        assertThat(ledger.available(ada)).isEqualTo(new Credits(60));
    }

    @Test
    void a_hold_sets_credits_aside() {
        house.granted(ada, 60);

        assertThat(held(40)).isInstanceOf(Posted.class);

        balance(20, 40, 0);
    }

    @Test
    void the_whole_of_what_is_there_can_be_held_and_not_one_more() {
        house.granted(ada, 60);

        assertThat(held(61)).isEqualTo(
                new Overdrawn(new Credits(61), new Credits(60), Credits.NONE));
        assertThat(((Overdrawn) held(61)).shortfall()).isEqualTo(new Credits(1));
        assertThat(held(60)).isInstanceOf(Posted.class);

        balance(0, 60, 0);
    }

    @Test
    void a_capture_spends_a_hold() {
        house.granted(ada, 60);
        held(40);

        assertThat(captured(40)).isInstanceOf(Posted.class);

        balance(20, 0, 0);
        assertThat(kinds()).containsExactly(Kind.GRANT, Kind.HOLD, Kind.CAPTURE);
    }

    @Test
    void a_capture_of_a_part_gives_the_rest_back_at_once() {
        house.granted(ada, 60);
        held(40);

        captured(25);

        balance(35, 0, 0);
        assertThat(kinds()).containsExactly(Kind.GRANT, Kind.HOLD, Kind.CAPTURE, Kind.REST);
    }

    @Test
    void the_rest_goes_back_to_the_grants_that_were_used_last() {
        var first = house.granted(ada, 10);
        var second = house.granted(ada, 10);
        var third = house.granted(ada, 10);
        held(25);

        captured(12);

        assertThat(List.of(leftOf(first), leftOf(second), leftOf(third)))
                .containsExactly(0L, 8L, 10L);
    }

    @Test
    void a_release_gives_everything_back_to_the_grants_it_came_from() {
        var first = house.granted(ada, 10);
        var second = house.granted(ada, 10);
        held(15);

        assertThat(ledger.release(capture, ada, hold)).isInstanceOf(Posted.class);

        balance(20, 0, 0);
        assertThat(leftOf(first)).isEqualTo(10);
        assertThat(leftOf(second)).isEqualTo(10);
    }

    @Test
    void more_than_is_held_cannot_be_captured() {
        house.granted(ada, 60);
        held(40);

        assertThat(captured(41)).isEqualTo(new ExceedsHold(new Credits(40)));
        balance(20, 40, 0);
    }

    @Test
    void a_hold_ends_once() {
        house.granted(ada, 60);
        held(40);
        captured(40);

        assertThat(ledger.release(refund, ada, hold)).isInstanceOf(AlreadySettled.class);
        assertThat(ledger.capture(refund, ada, hold, new Credits(40)))
                .isInstanceOf(AlreadySettled.class);
        balance(20, 0, 0);
    }

    @Test
    void a_hold_that_does_not_exist_does_not_end() {
        assertThat(captured(1)).isEqualTo(new NoSuchHold(hold));
        assertThat(ledger.release(refund, ada, hold)).isEqualTo(new NoSuchHold(hold));
    }

    @Test
    void a_grant_is_no_hold_and_a_hold_is_no_capture() {
        var grant = house.granted(ada, 60);
        held(10);

        assertThat(ledger.release(refund, ada, grant)).isEqualTo(new NoSuchHold(grant));
        assertThat(ledger.refund(refund, ada, hold, new Credits(1), SORRY))
                .isEqualTo(new NoSuchCapture(hold));
    }

    @Test
    void nobody_captures_the_hold_of_somebody_else() {
        var bob = house.customerWith(100);
        house.granted(ada, 60);
        held(40);

        assertThat(ledger.capture(capture, bob, hold, new Credits(40)))
                .isEqualTo(new NoSuchHold(hold));
        balance(20, 40, 0);
    }

    @Test
    void credits_taken_away_are_what_is_there_at_most() {
        house.granted(ada, 10);

        assertThat(ledger.lower(hold, ada, new Credits(11), SORRY)).isInstanceOf(Overdrawn.class);
        assertThat(ledger.lower(hold, ada, new Credits(10), SORRY)).isInstanceOf(Posted.class);
        balance(0, 0, 0);
    }

    @Test
    void a_projects_credits_move_with_their_project_only() {
        house.granted(ada, 60);
        var project = house.ordered(ada);
        var itsHold = TransferId.of("hold", project.value());

        assertThatThrownBy(() -> ledger.release(capture, ada, itsHold))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.capture(capture, ada, itsHold, new Credits(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> ledger.hold(hold, ada, new Credits(1), About.project(project.value())))
                        .isInstanceOf(IllegalArgumentException.class);
        balance(20, 40, 0);
    }
}
