package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinesTest extends OnLedger {

    @Test
    void a_refused_hold_leaves_no_line() {
        house.granted(ada, 60);
        held(61);

        assertThat(kinds()).containsExactly(Kind.GRANT);
    }

    @Test
    void credits_raised_by_hand_are_not_a_grant_of_the_house() {
        house.granted(ada, Grant.of(Source.ADJUSTMENT, new Credits(5)));

        assertThat(kinds()).containsExactly(Kind.RAISE);
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
