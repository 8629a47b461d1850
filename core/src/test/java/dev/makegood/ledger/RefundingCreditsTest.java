package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.Posted;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundingCreditsTest extends OnLedger {

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
}
