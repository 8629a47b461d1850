package dev.makegood.ledger;

import static dev.makegood.ledger.TransferKind.CANCEL_DEBT;
import static dev.makegood.ledger.TransferKind.REINSTATE;
import static dev.makegood.ledger.TransferKind.REINSTATE_SETTLED;
import static dev.makegood.ledger.TransferKind.SETTLE_DEBT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that comes again returns what was clawed back, in the reverse of the order it was taken. */
class ReinstatementTest extends PurchasesTestBase {

    private TransferId gift(long credits) {
        return fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(credits)));
    }

    private long remaining(TransferId grant) {
        return grant(grant).remaining().amount();
    }

    /** The newest transfers, the oldest of them first. */
    private List<TransferKind> last(int transfers) {
        return fixture.storage.statements()
                .lines(ada, null, transfers)
                .reversed()
                .stream()
                .map(line -> line.transfer().kind())
                .toList();
    }

    /** A purchase of 100, spent and entirely clawed back. */
    private TransferId owedPurchase() {
        var purchase = fixture.grant(ada, 100);
        spend(100);
        reverse(purchase, 100, 100);
        return purchase;
    }

    @Test
    void a_part_of_the_money_cancels_as_much_of_the_debt() {
        var purchase = owedPurchase();

        reverse(purchase, 60, 100);

        assertBalances(0, 0, 60);
        assertThat(grant(purchase).clawedBack()).isEqualTo(new Credits(60));
        assertThat(last(1)).containsExactly(CANCEL_DEBT);
    }

    @Test
    void debt_that_is_still_open_is_cancelled_before_what_settled_some_comes_back() {
        var purchase = owedPurchase();
        var gift = gift(30);
        assertBalances(0, 0, 70);

        reverse(purchase, 20, 100);

        assertBalances(10, 0, 0);
        assertThat(remaining(gift)).isEqualTo(10);
        assertThat(last(2)).containsExactly(CANCEL_DEBT, REINSTATE_SETTLED);
    }

    @Test
    void what_settled_the_debt_comes_back_to_the_grant_that_settled_it_last() {
        var purchase = owedPurchase();
        var first = gift(30);
        var second = gift(70);

        reverse(purchase, 20, 100);

        assertThat(List.of(remaining(first), remaining(second))).containsExactly(10L, 70L);
        assertBalances(80, 0, 0);
    }

    @Test
    void what_came_back_to_a_grant_does_not_come_back_again() {
        var purchase = owedPurchase();
        var first = gift(30);
        var second = gift(70);

        for (long back : List.of(60L, 40L, 10L, 0L)) {
            reverse(purchase, back, 100);
        }

        assertThat(List.of(remaining(first), remaining(second), remaining(purchase)))
                .containsExactly(30L, 70L, 0L);
        assertBalances(100, 0, 0);
    }

    @Test
    void what_was_taken_directly_comes_back_after_what_settled_debt_and_the_purchase_last() {
        var purchase = fixture.grant(ada, 100);
        spend(80);
        var other = fixture.grant(ada, 20);
        reverse(purchase, 100, 100);
        var gift = gift(25);
        assertBalances(0, 0, 35);

        reverse(purchase, 30, 100);

        assertThat(List.of(remaining(gift), remaining(other), remaining(purchase)))
                .containsExactly(25L, 10L, 0L);
        assertThat(last(3)).containsExactly(CANCEL_DEBT, REINSTATE_SETTLED, REINSTATE);

        reverse(purchase, 15, 100);

        assertThat(List.of(remaining(other), remaining(purchase))).containsExactly(20L, 5L);

        reverse(purchase, 0, 100);

        assertThat(remaining(purchase)).isEqualTo(20);
        assertBalances(65, 0, 0);
    }

    @Test
    void the_purchase_comes_back_last_even_if_it_was_taken_last() {
        var purchase = fixture.grant(ada, 100);
        var spent = spend(100);
        var other = fixture.grant(ada, 20);
        reverse(purchase, 20, 100);
        ledger.refund(fixture.samples.transfer(), ada, spent, new Credits(30), DISPUTED);
        reverse(purchase, 50, 100);

        reverse(purchase, 30, 100);

        assertThat(List.of(remaining(other), remaining(purchase))).containsExactly(20L, 0L);

        reverse(purchase, 0, 100);

        assertThat(List.of(remaining(other), remaining(purchase))).containsExactly(20L, 30L);
    }

    @Test
    void a_purchase_clawed_back_twice_comes_back_once() {
        var purchase = fixture.grant(ada, 100);
        spend(50);
        reverse(purchase, 80, 100);
        reverse(purchase, 10, 100);
        reverse(purchase, 90, 100);

        reverse(purchase, 0, 100);

        assertThat(remaining(purchase)).isEqualTo(50);
        assertBalances(50, 0, 0);
    }

    @Test
    void the_debt_of_another_purchase_is_not_cancelled_but_settled() {
        var kept = fixture.grant(ada, 100);
        reverse(kept, 100, 100);
        owedPurchase();

        reverse(kept, 0, 100);

        assertBalances(0, 0, 0);
        assertThat(remaining(kept)).isZero();
        assertThat(last(2)).containsExactly(REINSTATE, SETTLE_DEBT);
    }

    @Test
    void debt_that_is_open_is_cancelled_whichever_purchase_left_it() {
        var settled = owedPurchase();
        var gift = gift(100);
        owedPurchase();

        reverse(settled, 0, 100);

        assertBalances(0, 0, 0);
        assertThat(remaining(gift)).isZero();
        assertThat(last(1)).containsExactly(CANCEL_DEBT);
    }

    @Test
    void a_grant_that_expired_meanwhile_reopens_with_what_comes_back() {
        var purchase = fixture.grant(ada, Grant.of(GrantSource.PURCHASE, new Credits(100))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(1))));
        reverse(purchase, 100, 100);
        fixture.clock.advance(Duration.ofHours(2));

        reverse(purchase, 0, 100);

        assertThat(fixture.available(ada)).isEqualTo(100);
        fixture.advanceAndRun(LedgerSettings.DEFAULT.reopenedForMin());
        assertThat(fixture.available(ada)).isZero();
    }
}
