package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.AlreadySettled;
import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.ExceedsHold;
import dev.makegood.ledger.Posting.NoSuchCapture;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.testing.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Cause SORRY = new Cause("operator:test", "sorry");

    private final House house = House.inMemory();
    private final Ledger ledger = house.makegood.ledger();
    private final CustomerId ada = house.samples.customer();
    private final About booking = new About("booking", house.samples.id());
    private final TransferId hold = house.samples.transfer();
    private final TransferId capture = house.samples.transfer();
    private final TransferId refund = house.samples.transfer();

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    private Posting held(long credits) {
        return ledger.hold(hold, ada, new Credits(credits), booking);
    }

    private Posting captured(long credits) {
        return ledger.capture(capture, ada, hold, new Credits(credits));
    }

    private Posting refunded(TransferId id, long credits) {
        return ledger.refund(id, ada, capture, new Credits(credits), SORRY);
    }

    private void balance(long available, long heldNow, long debt) {
        assertThat(house.storage.statements().wallet(ada).balances()).isEqualTo(new Balances(
                new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    private List<Kind> kinds() {
        return house.storage.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(line -> line.transfer().kind())
                .toList();
    }

    private long leftOf(TransferId grant) {
        return house.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(balance -> balance.id().equals(grant))
                        .findFirst()
                        .orElseThrow()
                        .left()
                        .amount());
    }

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
    void a_refused_hold_leaves_no_line() {
        house.granted(ada, 60);
        held(61);

        assertThat(kinds()).containsExactly(Kind.GRANT);
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
    void a_refund_gives_captured_credits_back() {
        house.granted(ada, 60);
        held(40);
        captured(40);

        assertThat(refunded(refund, 15)).isInstanceOf(Posted.class);

        balance(35, 0, 0);
    }

    @Test
    void refunds_are_never_more_than_was_captured_together() {
        house.granted(ada, 60);
        held(40);
        captured(30);
        refunded(refund, 20);

        assertThat(refunded(house.samples.transfer(), 11))
                .isEqualTo(new ExceedsCapture(new Credits(10)));
        assertThat(refunded(house.samples.transfer(), 10)).isInstanceOf(Posted.class);
        assertThat(refunded(house.samples.transfer(), 1))
                .isEqualTo(new ExceedsCapture(Credits.NONE));
        balance(60, 0, 0);
    }

    @Test
    void refunds_go_back_to_the_grants_in_reverse() {
        var first = house.granted(ada, 10);
        var second = house.granted(ada, 10);
        var third = house.granted(ada, 10);
        held(28);
        captured(25);

        refunded(refund, 7);

        assertThat(List.of(leftOf(first), leftOf(second), leftOf(third)))
                .containsExactly(0L, 2L, 10L);

        refunded(house.samples.transfer(), 10);

        assertThat(List.of(leftOf(first), leftOf(second), leftOf(third)))
                .containsExactly(2L, 10L, 10L);
    }

    @Test
    void credits_taken_away_are_what_is_there_at_most() {
        house.granted(ada, 10);

        assertThat(ledger.lower(hold, ada, new Credits(11), SORRY)).isInstanceOf(Overdrawn.class);
        assertThat(ledger.lower(hold, ada, new Credits(10), SORRY)).isInstanceOf(Posted.class);
        balance(0, 0, 0);
    }

    @Test
    void credits_raised_by_hand_are_not_a_grant_of_the_house() {
        house.granted(ada, Grant.of(Source.ADJUSTMENT, new Credits(5)));

        assertThat(kinds()).containsExactly(Kind.RAISE);
    }

    @Test
    void the_same_again_changes_nothing() {
        var grant = house.granted(ada, 60);
        held(40);
        captured(25);
        refunded(refund, 5);
        var before = house.storage.statements().wallet(ada);

        assertThat(ledger.grant(grant, ada, Grant.of(Source.PURCHASE, new Credits(60))))
                .isInstanceOf(AlreadyPosted.class);
        assertThat(held(40)).isInstanceOf(AlreadyPosted.class);
        assertThat(captured(25)).isInstanceOf(AlreadyPosted.class);
        assertThat(refunded(refund, 5)).isInstanceOf(AlreadyPosted.class);
        assertThat(house.storage.statements().wallet(ada)).isEqualTo(before);
    }

    @Test
    void the_same_release_again_changes_nothing() {
        house.granted(ada, 60);
        held(40);
        ledger.release(capture, ada, hold);

        assertThat(ledger.release(capture, ada, hold)).isInstanceOf(AlreadyPosted.class);
        balance(60, 0, 0);
    }

    @Test
    void a_hold_that_was_posted_is_answered_so_even_when_nothing_is_left() {
        house.granted(ada, 40);
        held(40);

        assertThat(held(40)).isInstanceOf(AlreadyPosted.class);
    }

    @Test
    void an_id_is_not_used_for_another_move() {
        var grant = house.granted(ada, 60);
        held(40);

        assertThatThrownBy(() -> held(39)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> ledger.hold(hold, ada, new Credits(40), new About("booking", ada.value())))
                        .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.hold(grant, ada, new Credits(60), booking))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.grant(hold, ada, Grant.signup(new Credits(40))))
                .isInstanceOf(IllegalArgumentException.class);
        balance(20, 40, 0);
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

    @Test
    void lines_are_numbered_without_gaps_and_each_says_the_balance_after_it() {
        house.granted(ada, 60);
        held(40);
        held(40);
        captured(25);

        var lines = house.storage.statements().lines(ada, null, 100).reversed();

        assertThat(lines).extracting(line -> line.transfer().sequence())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).extracting(line -> line.transfer().after().available().amount())
                .containsExactly(60L, 20L, 20L, 35L);
        assertThat(lines).extracting(line -> line.transfer().after().held().amount())
                .containsExactly(0L, 40L, 15L, 0L);
    }

    @Test
    void every_line_is_told_once() {
        house.granted(ada, 60);
        held(40);
        captured(25);
        refunded(refund, 5);

        assertThat(house.storage.reports().events(ada, 0, 100)).extracting(event -> event.type())
                .containsExactly("credits.granted", "credits.held", "credits.captured",
                        "credits.released", "credits.refunded");
    }

    @Test
    void sums_that_do_not_fit_are_refused() {
        house.granted(ada, Long.MAX_VALUE);

        assertThatThrownBy(() -> house.granted(ada, 1)).isInstanceOf(ArithmeticException.class);
        balance(Long.MAX_VALUE, 0, 0);
    }

    @Test
    void nothing_is_no_amount() {
        assertThatThrownBy(() -> new Credits(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grant.signup(Credits.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> held(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
