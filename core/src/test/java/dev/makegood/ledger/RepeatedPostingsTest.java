package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.store.ReusedIdException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void the_same_correction_again_changes_nothing() {
        fixture.grant(ada, 60);
        ledger.adjustDown(capture, ada, new Credits(60), SORRY);

        assertThat(ledger.adjustDown(capture, ada, new Credits(60), SORRY))
                .isInstanceOf(AlreadyPosted.class);
        assertMisused(() -> ledger.adjustDown(capture, ada, new Credits(59), SORRY));
        assertBalances(0, 0, 0);
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

    @Test
    void a_grants_id_is_not_used_for_credits_of_another_kind() {
        var grant = fixture.grant(ada, 60);
        var sixty = Grant.of(GrantSource.PURCHASE, new Credits(60));

        assertMisused(() -> ledger.grant(grant, ada, Grant.of(GrantSource.PROMOTION,
                new Credits(60))));
        assertMisused(() -> ledger.grant(grant, ada, sixty.withPriority(1)));
        assertMisused(() -> ledger.grant(grant, ada,
                sixty.withExpiry(fixture.clock.instant().plus(Duration.ofDays(1)))));
        assertBalances(60, 0, 0);
    }

    @Test
    void the_same_grant_is_known_again_by_its_expiry_to_the_microsecond() {
        var sixty = Grant.of(GrantSource.PURCHASE, new Credits(60))
                .withExpiry(fixture.clock.instant().plus(Duration.ofDays(1).plusNanos(1_999)));
        var grant = fixture.grant(ada, sixty);

        assertThat(ledger.grant(grant, ada, sixty)).isInstanceOf(AlreadyPosted.class);
    }

    @Test
    void the_id_of_another_transfer_neither_captures_nor_releases() {
        var grant = fixture.grant(ada, 60);
        hold(40);
        var other = fixture.samples.transfer();
        ledger.hold(other, ada, new Credits(10), booking);

        assertMisused(() -> ledger.capture(grant, ada, hold, new Credits(40)));
        assertMisused(() -> ledger.release(grant, ada, hold));
        capture(40);
        assertMisused(() -> ledger.capture(capture, ada, other, new Credits(10)));
        assertMisused(() -> ledger.release(capture, ada, other));
        assertMisused(() -> ledger.release(capture, ada, hold));
        assertBalances(10, 10, 0);
    }

    @Test
    void the_id_of_a_refund_is_not_used_for_another_capture() {
        fixture.grant(ada, 60);
        hold(40);
        capture(40);
        refund(refund, 5);
        var otherHold = fixture.samples.transfer();
        var otherCapture = fixture.samples.transfer();
        ledger.hold(otherHold, ada, new Credits(10), booking);
        ledger.capture(otherCapture, ada, otherHold, new Credits(10));

        assertMisused(() -> ledger.refund(refund, ada, otherCapture, new Credits(5), SORRY));
        assertMisused(() -> refund(refund, 6));
        assertBalances(15, 0, 0);
    }

    private static void assertMisused(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(ReusedIdException.class)
                .hasMessageContaining("was used before");
    }
}
