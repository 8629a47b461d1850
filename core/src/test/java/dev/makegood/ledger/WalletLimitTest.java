package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.Posted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalletLimitTest extends LedgerTestBase {

    private static final long MAX = Wallet.CREDITS_MAX.amount();

    @ParameterizedTest
    @EnumSource
    void a_grant_of_any_source_that_the_wallet_has_no_room_for_is_refused(GrantSource source) {
        fixture.grant(ada, MAX - 10);

        assertThat(ledger.grant(fixture.samples.transfer(), ada,
                Grant.of(source, new Credits(11))))
                        .isEqualTo(new ExceedsWallet(new Credits(11), new Credits(10)));
        assertThat(ledger.grant(fixture.samples.transfer(), ada,
                Grant.of(source, new Credits(Long.MAX_VALUE)))).isInstanceOf(ExceedsWallet.class);
        assertThat(ledger.grant(fixture.samples.transfer(), ada, Grant.of(source,
                new Credits(10)))).isInstanceOf(Posted.class);
        assertBalances(MAX, 0, 0);
    }

    @Test
    void what_is_held_takes_room_too() {
        fixture.grant(ada, MAX);
        hold(40);

        assertThat(ledger.grant(fixture.samples.transfer(), ada, Grant.signup(new Credits(1))))
                .isEqualTo(new ExceedsWallet(new Credits(1), Credits.NONE));
        ledger.release(capture, ada, hold);
        assertBalances(MAX, 0, 0);
    }

    @Test
    void a_refund_that_the_wallet_has_no_room_for_is_refused() {
        fixture.grant(ada, MAX);
        hold(40);
        capture(40);
        fixture.grant(ada, 30);

        assertThat(refund(refund, 11))
                .isEqualTo(new ExceedsWallet(new Credits(11), new Credits(10)));
        assertThat(refund(refund, 10)).isInstanceOf(Posted.class);
        assertBalances(MAX, 0, 0);
    }

    @Test
    void a_purchase_comes_back_whatever_else_the_wallet_has() {
        var purchase = fixture.grant(ada, MAX);
        ledger.reverse(fixture.samples.transfer(), ada, purchase, 1, 1, SORRY);
        fixture.grant(ada, MAX);

        assertThat(ledger.reverse(fixture.samples.transfer(), ada, purchase, 0, 1, SORRY))
                .isInstanceOf(Posted.class);

        assertBalances(2 * MAX, 0, 0);
    }
}
