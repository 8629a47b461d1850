package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Posting.InDebt;
import org.junit.jupiter.api.Test;

class DebtTest extends PurchasesTestBase {

    @Test
    void with_debt_nothing_can_be_held() {
        var purchase = fixture.grant(ada, 100);
        spend(100);
        reverse(purchase, 40, 100);

        assertThat(ledger.hold(fixture.samples.transfer(), ada, new Credits(1),
                new Subject("test", ada.value()))).isEqualTo(new InDebt(new Credits(40)));
    }

    @Test
    void a_grant_settles_the_debt_first() {
        var purchase = fixture.grant(ada, 100);
        spend(100);
        reverse(purchase, 40, 100);

        fixture.grant(ada, 25);
        assertBalances(0, 0, 15);

        fixture.grant(ada, 25);
        assertBalances(10, 0, 0);
    }

    @Test
    void a_release_settles_the_debt_first() {
        var purchase = fixture.grant(ada, 100);
        var hold = hold(100);
        reverse(purchase, 40, 100);
        assertBalances(0, 100, 40);

        ledger.release(fixture.samples.transfer(), ada, hold);

        assertBalances(60, 0, 0);
    }

    @Test
    void the_rest_of_a_capture_settles_the_debt_first() {
        var purchase = fixture.grant(ada, 100);
        var hold = hold(100);
        reverse(purchase, 40, 100);

        ledger.capture(fixture.samples.transfer(), ada, hold, new Credits(70));

        assertBalances(0, 0, 10);
    }

    @Test
    void a_refund_settles_the_debt_first() {
        var purchase = fixture.grant(ada, 100);
        var capture = spend(100);
        reverse(purchase, 40, 100);

        ledger.refund(fixture.samples.transfer(), ada, capture, new Credits(50), DISPUTED);

        assertBalances(10, 0, 0);
    }
}
