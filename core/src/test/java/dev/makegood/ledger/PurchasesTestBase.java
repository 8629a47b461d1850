package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.testing.MakegoodFixture;
import org.junit.jupiter.api.AfterEach;

/** What the tests of reversed purchases start from. */
abstract class PurchasesTestBase {

    static final Cause DISPUTED = Cause.rule("disputed");

    final MakegoodFixture fixture = MakegoodFixture.inMemory();
    final Ledger ledger = fixture.makegood.ledger();
    final CustomerId ada = fixture.samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(fixture.makegood.audit().violations(ada)).isEmpty();
    }

    Posting reverse(TransferId purchase, long reversed, long paid) {
        return reverse(fixture.samples.transfer(), purchase, reversed, paid);
    }

    Posting reverse(TransferId id, TransferId purchase, long reversed, long paid) {
        return ledger.reverse(id, ada, purchase, reversed, paid, DISPUTED);
    }

    TransferId hold(long credits) {
        var hold = fixture.samples.transfer();
        assertThat(ledger.hold(hold, ada, new Credits(credits), new Subject("test", ada.value())))
                .isInstanceOf(Posted.class);
        return hold;
    }

    TransferId spend(long credits) {
        var capture = fixture.samples.transfer();
        var unused = ledger.capture(capture, ada, hold(credits), new Credits(credits));
        return capture;
    }

    void assertBalances(long available, long heldNow, long debt) {
        assertThat(fixture.storage.statements().wallet(ada).balances())
                .isEqualTo(new AccountBalances(
                        new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    GrantBalance grant(TransferId id) {
        return fixture.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }
}
