package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.House;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the ledger start from: ada, who has nothing yet, and a hold, a capture and a refund to be. */
abstract class OnLedger {

    static final Cause SORRY = new Cause("operator:test", "sorry");

    final House house = House.inMemory();
    final Ledger ledger = house.makegood.ledger();
    final CustomerId ada = house.samples.customer();
    final About booking = new About("booking", house.samples.id());
    final TransferId hold = house.samples.transfer();
    final TransferId capture = house.samples.transfer();
    final TransferId refund = house.samples.transfer();

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    Posting held(long credits) {
        return ledger.hold(hold, ada, new Credits(credits), booking);
    }

    Posting captured(long credits) {
        return ledger.capture(capture, ada, hold, new Credits(credits));
    }

    Posting refunded(TransferId id, long credits) {
        return ledger.refund(id, ada, capture, new Credits(credits), SORRY);
    }

    void balance(long available, long heldNow, long debt) {
        assertThat(house.storage.statements().wallet(ada).balances()).isEqualTo(new Balances(
                new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    List<Kind> kinds() {
        return house.storage.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(line -> line.transfer().kind())
                .toList();
    }

    long leftOf(TransferId grant) {
        return house.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(balance -> balance.id().equals(grant))
                        .findFirst()
                        .orElseThrow()
                        .left()
                        .amount());
    }
}
