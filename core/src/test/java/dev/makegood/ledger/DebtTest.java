package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Posting.InDebt;
import org.junit.jupiter.api.Test;

class DebtTest extends OnPurchases {

    @Test
    void who_owes_spends_nothing() {
        var purchase = house.granted(ada, 100);
        spent(100);
        reversed(purchase, 40, 100);

        assertThat(ledger.hold(house.samples.transfer(), ada, new Credits(1),
                new About("test", ada.value()))).isEqualTo(new InDebt(new Credits(40)));
    }

    @Test
    void a_grant_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        spent(100);
        reversed(purchase, 40, 100);

        house.granted(ada, 25);
        balance(0, 0, 15);

        house.granted(ada, 25);
        balance(10, 0, 0);
    }

    @Test
    void a_release_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var hold = held(100);
        reversed(purchase, 40, 100);
        balance(0, 100, 40);

        ledger.release(house.samples.transfer(), ada, hold);

        balance(60, 0, 0);
    }

    @Test
    void the_rest_of_a_capture_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var hold = held(100);
        reversed(purchase, 40, 100);

        ledger.capture(house.samples.transfer(), ada, hold, new Credits(70));

        balance(0, 0, 10);
    }

    @Test
    void a_refund_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var capture = spent(100);
        reversed(purchase, 40, 100);

        ledger.refund(house.samples.transfer(), ada, capture, new Credits(50), DISPUTED);

        balance(10, 0, 0);
    }
}
