package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.NoSuchGrant;
import dev.makegood.ledger.Posting.NothingToReverse;
import dev.makegood.ledger.Posting.Posted;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalTest extends PurchasesTestBase {

    @ParameterizedTest
    @CsvSource({"100,0,999,0", "100,999,999,100", "100,1,999,1", "100,500,999,51", "7,1,2,4",
            "7,1000,999,7", "1,1,1000000,1",
            "9223372036854775807,9223372036854775807,9223372036854775807,9223372036854775807"})
    void as_much_is_clawed_back_as_money_went_back_rounded_up(
            long granted, long back, long paid, long taken) {
        assertThat(new Credits(granted).shareRoundedUp(back, paid)).isEqualTo(new Credits(taken));
    }

    @Test
    void what_is_left_of_the_purchase_goes_first() {
        var gift = fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(50)));
        var purchase = fixture.grant(ada, 100);

        assertThat(reverse(purchase, 1, 1)).isInstanceOf(Posted.class);

        assertBalances(50, 0, 0);
        assertThat(grant(gift).remaining()).isEqualTo(new Credits(50));
        assertThat(grant(purchase).clawedBack()).isEqualTo(new Credits(100));
    }

    @Test
    void then_other_grants_in_spending_order_and_then_it_is_owed() {
        var purchase = fixture.grant(ada, 100);
        spend(80);
        var later = fixture.grant(ada, Grant.of(GrantSource.PURCHASE, new Credits(10)));
        var gift = fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(10)));

        reverse(purchase, 35, 100);

        assertBalances(5, 0, 0);
        assertThat(grant(gift).remaining()).isEqualTo(Credits.NONE);
        assertThat(grant(later).remaining()).isEqualTo(new Credits(5));

        reverse(purchase, 100, 100);

        assertBalances(0, 0, 60);
    }

    @Test
    void only_the_difference_to_what_was_clawed_back_is_posted() {
        var purchase = fixture.grant(ada, 100);
        reverse(purchase, 30, 100);

        assertThat(reverse(purchase, 30, 100)).isEqualTo(new NothingToReverse(new Credits(30)));

        reverse(purchase, 50, 100);

        assertBalances(50, 0, 0);
    }

    @Test
    void a_dispute_that_was_won_reinstates_the_purchase() {
        var purchase = fixture.grant(ada, 100);
        spend(80);
        reverse(purchase, 100, 100);
        assertBalances(0, 0, 80);

        assertThat(reverse(purchase, 0, 100)).isInstanceOf(Posted.class);

        assertBalances(20, 0, 0);
        assertThat(grant(purchase).remaining()).isEqualTo(new Credits(20));
        assertThat(grant(purchase).clawedBack()).isEqualTo(Credits.NONE);
    }

    @Test
    void the_same_reversal_again_changes_nothing() {
        var purchase = fixture.grant(ada, 100);
        var id = fixture.samples.transfer();
        var first = (Posted) reverse(id, purchase, 30, 100);

        assertThat(reverse(id, purchase, 30, 100)).isEqualTo(new AlreadyPosted(first.transfer()));
        assertBalances(70, 0, 0);
    }

    @Test
    void an_id_of_another_transfer_does_not_pass_for_a_reversal() {
        var purchase = fixture.grant(ada, 100);
        var other = fixture.grant(ada, 10);
        var id = fixture.samples.transfer();
        reverse(id, purchase, 30, 100);

        assertThatThrownBy(() -> reverse(other, purchase, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reverse(id, other, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_never_granted_cannot_be_clawed_back() {
        var nothing = fixture.samples.transfer();

        assertThat(reverse(nothing, 1, 1)).isEqualTo(new NoSuchGrant(nothing));
    }

    @Test
    void a_part_of_no_payment_is_a_bug() {
        var purchase = fixture.grant(ada, 100);

        assertThatThrownBy(() -> reverse(purchase, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reverse(purchase, -1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_purchase_that_expired_is_clawed_back_from_other_grants() {
        var purchase = fixture.grant(ada, Grant.of(GrantSource.PURCHASE, new Credits(100))
                .withExpiry(fixture.clock.instant().plusSeconds(1)));
        fixture.grant(ada, 30);
        fixture.clock.advance(Duration.ofSeconds(1));

        reverse(purchase, 1, 1);

        assertBalances(0, 0, 70);
    }
}
