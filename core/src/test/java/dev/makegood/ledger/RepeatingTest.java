package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadyPosted;
import org.junit.jupiter.api.Test;

class RepeatingTest extends OnLedger {

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
}
