package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Unit;
import dev.makegood.event.Cause;
import dev.makegood.testing.ForwardingLedger;
import dev.makegood.testing.ForwardingUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A posting reads each grant once, many at a time, and writes nothing where there is nothing. */
class PostingReadsTest extends LedgerTestBase {

    private static final int MANY = 30;

    private int readAlone;
    private int readTogether;
    private int appended;

    private final class CountingLedger extends ForwardingLedger {

        CountingLedger(Unit unit) {
            super(unit.ledger());
        }

        @Override
        public Optional<GrantBalance> grant(TransferId id) {
            readAlone++;
            return super.grant(id);
        }

        @Override
        public List<GrantBalance> grants(Collection<TransferId> ids) {
            readTogether++;
            return super.grants(ids);
        }

        @Override
        public void append(Entry entry) {
            appended++;
            super.append(entry);
        }
    }

    private void counted(Consumer<LedgerRules> command) {
        readAlone = 0;
        readTogether = 0;
        appended = 0;
        fixture.storage.change(ada, unit -> {
            var counting = new CountingLedger(unit);
            command.accept(LedgerRules.of(new ForwardingUnit(unit) {
                @Override
                public LedgerStore ledger() {
                    return counting;
                }
            }, fixture.clock.instant(), LedgerSettings.DEFAULT));
        });
    }

    private void grantMany() {
        IntStream.range(0, MANY).forEach(one -> fixture.grant(ada, 1));
    }

    @Test
    void a_hold_takes_from_as_many_grants_as_it_needs_and_reads_none_of_them_again() {
        grantMany();

        counted(rules -> assertThat(rules.hold(hold, new Credits(MANY), booking, SORRY))
                .isInstanceOf(Posting.Posted.class));

        assertThat(readAlone).isZero();
        assertBalances(0, MANY, 0);
        assertThat(fixture.storage.statements().openGrants(ada)).isEmpty();
    }

    @Test
    void a_release_reads_all_its_grants_at_once() {
        grantMany();
        hold(MANY);

        counted(rules -> assertThat(rules.release(capture, hold, SORRY))
                .isInstanceOf(Posting.Posted.class));

        assertThat(List.of(readTogether, readAlone)).containsExactly(1, 0);
        assertThat(fixture.storage.statements().openGrants(ada)).hasSize(MANY);
    }

    @Test
    void a_debt_that_what_came_back_settles_needs_no_other_read() {
        grantMany();
        hold(MANY);
        var purchase = fixture.grant(ada, 1);
        ledger.adjustDown(refund, ada, new Credits(1), SORRY);
        ledger.reverse(fixture.samples.transfer(), ada, purchase, 1, 1, Cause.rule("disputed"));

        counted(rules -> assertThat(rules.release(capture, hold, SORRY))
                .isInstanceOf(Posting.Posted.class));

        assertThat(List.of(readTogether, readAlone)).containsExactly(1, 0);
        assertBalances(MANY - 1, 0, 0);
    }

    @Test
    void where_nothing_has_expired_nothing_is_written() {
        grantMany();

        counted(LedgerRules::expireDueGrants);

        assertThat(appended).isZero();
    }
}
