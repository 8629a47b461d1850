package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransfersTest extends LedgerTestBase {

    @Test
    void a_refused_hold_leaves_no_transfer() {
        fixture.grant(ada, 60);
        hold(61);

        assertThat(kinds()).containsExactly(TransferKind.GRANT);
    }

    @Test
    void credits_adjusted_upwards_are_not_a_grant() {
        fixture.grant(ada, Grant.of(GrantSource.ADJUSTMENT, new Credits(5)));

        assertThat(kinds()).containsExactly(TransferKind.ADJUST_UP);
    }

    @Test
    void transfers_are_numbered_without_gaps_and_each_records_the_balance_after_it() {
        fixture.grant(ada, 60);
        hold(40);
        hold(40);
        capture(25);

        var lines = fixture.storage.statements().lines(ada, null, 100).reversed();

        assertThat(lines).extracting(line -> line.transfer().sequence())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).extracting(line -> line.transfer().balancesAfter().available().amount())
                .containsExactly(60L, 20L, 20L, 35L);
        assertThat(lines).extracting(line -> line.transfer().balancesAfter().held().amount())
                .containsExactly(0L, 40L, 15L, 0L);
    }

    @Test
    void every_transfer_has_one_event() {
        fixture.grant(ada, 60);
        hold(40);
        capture(25);
        refund(refund, 5);

        assertThat(fixture.storage.reports().events(ada, 0, 100)).extracting(event -> event.type())
                .containsExactly("credits.granted", "credits.held", "credits.captured",
                        "credits.released", "credits.refunded");
    }

    @Test
    void the_event_of_a_grant_says_what_it_is_and_until_when() {
        var expiry = fixture.clock.instant().plusSeconds(60);
        fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(5))
                .withPriority(7)
                .withExpiry(expiry));
        fixture.grant(ada, Grant.of(GrantSource.ADJUSTMENT, new Credits(5)));

        var events = fixture.storage.reports().events(ada, 0, 100);

        assertThat(events.getFirst().facts()).containsEntry("source", "promotion")
                .containsEntry("priority", "7")
                .containsEntry("expiresAt", expiry.toString());
        assertThat(events.getLast().facts()).containsEntry("source", "adjustment")
                .doesNotContainKey("expiresAt");
    }

    @Test
    void nothing_is_no_amount() {
        assertThatThrownBy(() -> new Credits(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grant.signup(Credits.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
