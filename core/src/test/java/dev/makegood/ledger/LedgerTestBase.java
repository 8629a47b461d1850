package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * What the tests of the ledger start from: ada, who has nothing yet, and a hold, a capture and a
 * refund to be.
 */
abstract class LedgerTestBase {

    static final Cause SORRY = new Cause("operator:test", "sorry");

    final MakegoodFixture fixture = MakegoodFixture.inMemory();
    final Ledger ledger = fixture.makegood.ledger();
    final CustomerId ada = fixture.samples.customer();
    final Subject booking = new Subject("booking", fixture.samples.id());
    final TransferId hold = fixture.samples.transfer();
    final TransferId capture = fixture.samples.transfer();
    final TransferId refund = fixture.samples.transfer();

    @AfterEach
    void everything_adds_up() {
        assertThat(fixture.makegood.audit().violations(ada)).isEmpty();
    }

    Posting hold(long credits) {
        return ledger.hold(hold, ada, new Credits(credits), booking);
    }

    Posting capture(long credits) {
        return ledger.capture(capture, ada, hold, new Credits(credits));
    }

    Posting refund(TransferId id, long credits) {
        return ledger.refund(id, ada, capture, new Credits(credits), SORRY);
    }

    void assertBalances(long available, long heldNow, long debt) {
        assertThat(fixture.storage.statements().wallet(ada).balances())
                .isEqualTo(new AccountBalances(
                        new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    List<TransferKind> kinds() {
        return fixture.storage.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(line -> line.transfer().kind())
                .toList();
    }

    long remainingOf(TransferId grant) {
        return fixture.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(balance -> balance.id().equals(grant))
                        .findFirst()
                        .orElseThrow()
                        .remaining()
                        .amount());
    }
}
