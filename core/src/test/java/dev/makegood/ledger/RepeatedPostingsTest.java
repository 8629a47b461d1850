package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadyPosted;
import org.junit.jupiter.api.Test;

class RepeatedPostingsTest extends LedgerTestBase {

    @Test
    void the_same_again_changes_nothing() {
        var grant = fixture.grant(ada, 60);
        hold(40);
        capture(25);
        refund(refund, 5);
        var before = fixture.storage.statements().wallet(ada);

        assertThat(ledger.grant(grant, ada, Grant.of(GrantSource.PURCHASE, new Credits(60))))
                .isInstanceOf(AlreadyPosted.class);
        assertThat(hold(40)).isInstanceOf(AlreadyPosted.class);
        assertThat(capture(25)).isInstanceOf(AlreadyPosted.class);
        assertThat(refund(refund, 5)).isInstanceOf(AlreadyPosted.class);
        assertThat(fixture.storage.statements().wallet(ada)).isEqualTo(before);
    }

    @Test
    void the_same_release_again_changes_nothing() {
        fixture.grant(ada, 60);
        hold(40);
        ledger.release(capture, ada, hold);

        assertThat(ledger.release(capture, ada, hold)).isInstanceOf(AlreadyPosted.class);
        assertBalances(60, 0, 0);
    }

    @Test
    void a_hold_that_was_posted_is_answered_so_even_when_nothing_is_left() {
        fixture.grant(ada, 40);
        hold(40);

        assertThat(hold(40)).isInstanceOf(AlreadyPosted.class);
    }

    @Test
    void an_id_is_not_used_for_another_transfer() {
        var grant = fixture.grant(ada, 60);
        hold(40);

        assertThatThrownBy(() -> hold(39)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> ledger.hold(hold, ada, new Credits(40), new Subject("booking", ada.value())))
                        .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.hold(grant, ada, new Credits(60), booking))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.grant(hold, ada, Grant.signup(new Credits(40))))
                .isInstanceOf(IllegalArgumentException.class);
        assertBalances(20, 40, 0);
    }
}
