package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.NoSuchGrant;
import dev.makegood.ledger.Posting.NothingToMove;
import dev.makegood.ledger.Posting.Posted;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalTest extends OnPurchases {

    @ParameterizedTest
    @CsvSource({"100,0,999,0", "100,999,999,100", "100,1,999,1", "100,500,999,51", "7,1,2,4",
            "7,1000,999,7", "1,1,1000000,1",
            "9223372036854775807,9223372036854775807,9223372036854775807,9223372036854775807"})
    void as_much_is_taken_back_as_money_went_back_rounded_up(
            long granted, long back, long paid, long taken) {
        assertThat(new Credits(granted).share(back, paid)).isEqualTo(new Credits(taken));
    }

    @Test
    void what_is_left_of_the_purchase_goes_first() {
        var gift = house.granted(ada, Grant.of(Source.PROMOTION, new Credits(50)));
        var purchase = house.granted(ada, 100);

        assertThat(reversed(purchase, 1, 1)).isInstanceOf(Posted.class);

        balance(50, 0, 0);
        assertThat(grant(gift).left()).isEqualTo(new Credits(50));
        assertThat(grant(purchase).takenBack()).isEqualTo(new Credits(100));
    }

    @Test
    void then_other_grants_in_spending_order_and_then_it_is_owed() {
        var purchase = house.granted(ada, 100);
        spent(80);
        var later = house.granted(ada, Grant.of(Source.PURCHASE, new Credits(10)));
        var gift = house.granted(ada, Grant.of(Source.PROMOTION, new Credits(10)));

        reversed(purchase, 35, 100);

        balance(5, 0, 0);
        assertThat(grant(gift).left()).isEqualTo(Credits.NONE);
        assertThat(grant(later).left()).isEqualTo(new Credits(5));

        reversed(purchase, 100, 100);

        balance(0, 0, 60);
    }

    @Test
    void only_the_difference_to_what_was_taken_is_posted() {
        var purchase = house.granted(ada, 100);
        reversed(purchase, 30, 100);

        assertThat(reversed(purchase, 30, 100)).isEqualTo(new NothingToMove(new Credits(30)));

        reversed(purchase, 50, 100);

        balance(50, 0, 0);
    }

    @Test
    void a_dispute_that_was_won_gives_it_back_to_the_purchase() {
        var purchase = house.granted(ada, 100);
        spent(80);
        reversed(purchase, 100, 100);
        balance(0, 0, 80);

        assertThat(reversed(purchase, 0, 100)).isInstanceOf(Posted.class);

        balance(20, 0, 0);
        assertThat(grant(purchase).left()).isEqualTo(new Credits(20));
        assertThat(grant(purchase).takenBack()).isEqualTo(Credits.NONE);
    }

    @Test
    void the_same_reversal_again_changes_nothing() {
        var purchase = house.granted(ada, 100);
        var id = house.samples.transfer();
        reversed(id, purchase, 30, 100);

        assertThat(reversed(id, purchase, 30, 100)).isInstanceOf(AlreadyPosted.class);
        balance(70, 0, 0);
    }

    @Test
    void an_id_of_another_move_does_not_pass_for_a_reversal() {
        var purchase = house.granted(ada, 100);
        var other = house.granted(ada, 10);
        var id = house.samples.transfer();
        reversed(id, purchase, 30, 100);

        assertThatThrownBy(() -> reversed(other, purchase, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reversed(id, other, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_nobody_granted_cannot_be_taken_back() {
        var nothing = house.samples.transfer();

        assertThat(reversed(nothing, 1, 1)).isEqualTo(new NoSuchGrant(nothing));
    }

    @Test
    void a_part_of_no_payment_is_a_bug() {
        var purchase = house.granted(ada, 100);

        assertThatThrownBy(() -> reversed(purchase, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reversed(purchase, -1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_purchase_that_expired_is_taken_back_from_other_grants() {
        var purchase = house.granted(ada, Grant.of(Source.PURCHASE, new Credits(100))
                .expiring(house.clock.instant().plusSeconds(1)));
        house.granted(ada, 30);
        house.clock.pass(Duration.ofSeconds(1));

        reversed(purchase, 1, 1);

        balance(0, 0, 70);
    }
}
