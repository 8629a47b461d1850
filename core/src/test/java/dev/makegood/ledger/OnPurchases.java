package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.testing.House;
import org.junit.jupiter.api.AfterEach;

/** What the tests of purchases taken back start from. */
abstract class OnPurchases {

    static final Cause DISPUTED = Cause.rule("disputed");

    final House house = House.inMemory();
    final Ledger ledger = house.makegood.ledger();
    final CustomerId ada = house.samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    Posting reversed(TransferId purchase, long reversed, long paid) {
        return reversed(house.samples.transfer(), purchase, reversed, paid);
    }

    Posting reversed(TransferId id, TransferId purchase, long reversed, long paid) {
        return ledger.reverse(id, ada, purchase, reversed, paid, DISPUTED);
    }

    TransferId held(long credits) {
        var hold = house.samples.transfer();
        assertThat(ledger.hold(hold, ada, new Credits(credits), new About("test", ada.value())))
                .isInstanceOf(Posted.class);
        return hold;
    }

    TransferId spent(long credits) {
        var capture = house.samples.transfer();
        var unused = ledger.capture(capture, ada, held(credits), new Credits(credits));
        return capture;
    }

    void balance(long available, long heldNow, long debt) {
        assertThat(house.storage.statements().wallet(ada).balances()).isEqualTo(new Balances(
                new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    GrantBalance grant(TransferId id) {
        return house.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }
}
