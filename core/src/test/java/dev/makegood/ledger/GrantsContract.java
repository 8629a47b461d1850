package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LedgerStore} must do with grants. */
public abstract class GrantsContract extends LedgerStoreTestBase {

    @ParameterizedTest
    @EnumSource
    void every_source_of_a_grant_is_kept(GrantSource source) {
        var priced = new Grant(source, new Credits(7), 3, clock.instant().plusSeconds(1));
        var transfer = granted(priced);

        var kept = write(ada, unit -> unit.ledger().grant(grant)).orElseThrow();

        assertThat(kept).isEqualTo(GrantBalance.of(priced, transfer));
        assertThat(kept.grant().source()).isEqualTo(source);
    }

    @Test
    void a_grant_that_was_reopened_keeps_its_first_expiry_beside_the_later_one() {
        var transfer =
                granted(Grant.signup(new Credits(9)).withExpiry(clock.instant().plusSeconds(1)));
        var first = write(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        var reopened = first.minus(new Credits(4))
                .reopenUntil(clock.instant().plusSeconds(99))
                .withClawedBack(new Credits(2));
        append(ada, List.of(spent(transfer, 1)), List.of(reopened), Map.of());

        assertThat(find(ada, unit -> unit.ledger().grant(grant))).contains(reopened);
        assertThat(openGrants()).containsExactly(reopened);
    }

    @Test
    void a_grant_that_is_used_up_is_not_open_and_still_known() {
        var transfer = granted(100, null);
        var balance = write(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        append(ada, List.of(spent(transfer, 100)), List.of(balance.minus(new Credits(100))),
                Map.of());

        change(ada, unit -> {
            assertThat(openGrants(unit)).isEmpty();
            assertThat(unit.ledger().grant(grant).orElseThrow().remaining())
                    .isEqualTo(Credits.NONE);
        });
    }

    @Test
    void a_grant_that_was_used_up_can_be_open_again() {
        var transfer = granted(100, null);
        var balance = write(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        var less = spent(transfer, 100);
        append(ada, List.of(less), List.of(balance.minus(new Credits(100))), Map.of());
        append(ada, List.of(raised(less, 1)), List.of(balance.minus(new Credits(99))), Map.of());

        assertThat(openGrants())
                .containsExactly(balance.minus(new Credits(99)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void what_can_be_spent_is_read_page_by_page_in_spending_order(int pageSize) {
        var now = clock.instant();
        var ledger = Makegood.on(storage()).withClock(clock).open().ledger();
        var all = new ArrayList<TransferId>();
        for (var source : GrantSource.values()) {
            for (int priority : new int[] {50, 0, 100}) {
                for (long expiry : new long[] {0, 9, 5}) {
                    var id = samples.transfer();
                    var granted = Grant.of(source, new Credits(3)).withPriority(priority);
                    var unused = ledger.grant(id, ada,
                            expiry == 0 ? granted : granted.withExpiry(now.plusSeconds(expiry)));
                    all.add(id);
                }
            }
        }
        var atSix = now.plusSeconds(6);

        change(ada, unit -> {
            var known = unit.ledger().grants(all);
            assertThat(known).hasSameSizeAs(all);
            assertThat(pages(unit, atSix, pageSize)).isEqualTo(known.stream()
                    .filter(balance -> balance.isSpendable(atSix))
                    .sorted(SpendingOrder.OF_GRANTS)
                    .toList());
            assertThat(unit.ledger().expiredGrants(atSix)).isEqualTo(known.stream()
                    .filter(balance -> balance.isExpired(atSix))
                    .sorted(SpendingOrder.OF_GRANTS)
                    .toList());
            assertThat(unit.ledger().expiredGrants(now)).isEmpty();
        });
    }

    private static List<GrantBalance> pages(Unit unit, Instant now, int pageSize) {
        var read = new ArrayList<GrantBalance>();
        var page = unit.ledger().spendableGrants(now, null, pageSize);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(pageSize);
            read.addAll(page);
            page = unit.ledger().spendableGrants(now, page.getLast(), pageSize);
        }
        return read;
    }
}
