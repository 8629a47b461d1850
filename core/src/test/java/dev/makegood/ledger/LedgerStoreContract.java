package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LedgerStore} must do. */
public abstract class LedgerStoreContract extends StorageTestBase {

    private final Subject subject = new Subject("test", samples.id());
    private final TransferId grant = samples.transfer();
    private final TransferId hold = samples.transfer();

    @Test
    void a_customer_without_transfers_has_an_empty_ledger() {
        change(ada, unit -> {
            assertThat(unit.ledger().wallet()).isEqualTo(Wallet.empty(ada));
            assertThat(openGrants(unit)).isEmpty();
            assertThat(unit.ledger().grant(grant)).isEmpty();
            assertThat(unit.ledger().transfer(grant)).isEmpty();
            assertThat(unit.ledger().settlementOf(hold)).isEmpty();
            assertThat(unit.ledger().refundedFrom(hold)).isEqualTo(Credits.NONE);
        });
    }

    @Test
    void what_reversed_a_purchase_and_what_settled_debt_are_found_in_their_order() {
        var ledger = Makegood.on(storage()).withClock(clock).open().ledger();
        var other = samples.transfer();
        var unused = List.of(
                ledger.grant(grant, ada, Grant.of(GrantSource.PURCHASE, new Credits(10))),
                ledger.adjustDown(samples.transfer(), ada, new Credits(4), Cause.rule("test")),
                ledger.reverse(samples.transfer(), ada, grant, 1, 1, Cause.rule("test")),
                ledger.grant(other, ada, Grant.of(GrantSource.PURCHASE, new Credits(5))),
                ledger.reverse(samples.transfer(), ada, grant, 0, 1, Cause.rule("test")));

        change(ada, unit -> {
            assertThat(unit.ledger().reversalsOf(grant)).extracting(Transfer::kind)
                    .containsExactly(TransferKind.CLAW_BACK, TransferKind.INCUR_DEBT,
                            TransferKind.REINSTATE_SETTLED, TransferKind.REINSTATE);
            assertThat(unit.ledger().reversalsOf(other)).isEmpty();
            assertThat(unit.ledger().debtSettlements()).extracting(Transfer::kind)
                    .containsExactly(TransferKind.SETTLE_DEBT, TransferKind.REINSTATE_SETTLED);
        });
    }

    @Test
    void a_transfer_is_found_again_as_it_was_written() {
        var granted = granted(100, null);
        var transfer = held(granted, 30, Duration.ofHours(5).plusNanos(7_000));

        change(ada, unit -> {
            assertThat(unit.ledger().transfer(hold)).contains(transfer);
            assertThat(unit.ledger().transfer(hold).orElseThrow().hasValidHash()).isTrue();
            assertThat(unit.ledger().wallet())
                    .isEqualTo(Wallet.empty(ada).apply(granted).apply(transfer));
        });
    }

    @Test
    void a_transfer_without_parts_and_with_strange_words_is_kept_too() {
        var reason = "«Ω» 🐈 \"quoted\" \\ and\nlines";
        var incurred =
                new TransferDraft(TransferKind.INCUR_DEBT, grant, new Credits(Long.MAX_VALUE),
                        null, List.of(), subject, reason);
        var transfer = Transfer.following(Wallet.empty(ada), incurred, clock.instant());
        append(ada, List.of(transfer), List.of(), Map.of());

        assertThat(find(ada, unit -> unit.ledger().transfer(grant))).contains(transfer);
    }

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

    @Test
    void a_settlement_is_found_by_its_hold() {
        var transfer = held(granted(100, null), 30, null);
        var capture = settling(transfer, TransferKind.CAPTURE, 30);
        append(ada, List.of(capture), List.of(), Map.of());

        change(ada, unit -> {
            assertThat(unit.ledger().settlementOf(hold)).contains(capture);
            assertThat(unit.ledger().settlementOf(capture.id())).isEmpty();
        });
    }

    @Test
    void a_hold_is_settled_once() {
        var transfer = held(granted(100, null), 30, null);
        var capture = settling(transfer, TransferKind.CAPTURE, 20);
        append(ada, List.of(capture), List.of(), Map.of());

        assertThatThrownBy(() -> append(ada, List.of(settling(capture, TransferKind.RELEASE, 10)),
                List.of(), Map.of())).isInstanceOf(RuntimeException.class);

        assertThat(find(ada, unit -> unit.ledger().settlementOf(hold))).contains(capture);
        assertThat(wallet().sequence()).isEqualTo(3);
    }

    @Test
    void a_sequence_number_is_used_once() {
        var first = granted(100, null);
        var other = Transfer.following(Wallet.empty(ada),
                TransferDraft.of(TransferKind.GRANT, samples.transfer(),
                        List.of(Part.of(samples.transfer(), new Credits(5))), subject, ""),
                clock.instant());

        assertThatThrownBy(() -> append(ada, List.of(other), List.of(), Map.of()))
                .isInstanceOf(RuntimeException.class);

        assertThat(wallet())
                .isEqualTo(Wallet.empty(ada).apply(first));
    }

    @Test
    void an_id_is_used_once() {
        var first = granted(100, null);
        var again = Transfer.following(Wallet.empty(ada).apply(first),
                TransferDraft.of(TransferKind.GRANT, grant, List.of(Part.of(grant, new Credits(5))),
                        subject, ""),
                clock.instant());

        assertThatThrownBy(() -> append(ada, List.of(again), List.of(), Map.of()))
                .isInstanceOf(RuntimeException.class);

        assertThat(wallet().sequence()).isEqualTo(1);
    }

    @Test
    void an_entry_must_follow_the_ledger_without_a_gap() {
        var first = granted(100, null);
        var second = spent(first, 1);
        var third = spent(second, 1);

        assertThatThrownBy(() -> append(ada, List.of(third), List.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(wallet().sequence()).isEqualTo(1);
    }

    @Test
    void how_much_of_a_capture_was_refunded_is_replaced_each_time() {
        var transfer = held(granted(100, null), 30, null);
        var capture = settling(transfer, TransferKind.CAPTURE, 30);
        append(ada, List.of(capture), List.of(), Map.of());
        var first = raised(capture, 5);
        append(ada, List.of(first), List.of(), Map.of(capture.id(), new Credits(5)));
        append(ada, List.of(raised(first, 2)), List.of(), Map.of(capture.id(), new Credits(7)));

        change(ada, unit -> assertThat(unit.ledger().refundedFrom(capture.id()))
                .isEqualTo(new Credits(7)));
        assertThat(storage().statements().refundedFrom(capture.id())).isEqualTo(new Credits(7));
    }

    @Test
    void what_was_appended_is_seen_within_the_same_unit() {
        var transfer = held(granted(100, null), 30, null);
        var capture = settling(transfer, TransferKind.CAPTURE, 30);

        change(ada, unit -> {
            unit.ledger()
                    .append(new Entry(List.of(capture), wallet(capture), List.of(),
                            Map.of(capture.id(), new Credits(3))));

            assertThat(unit.ledger().settlementOf(hold)).contains(capture);
            assertThat(unit.ledger().transfer(capture.id())).contains(capture);
            assertThat(unit.ledger().refundedFrom(capture.id())).isEqualTo(new Credits(3));
            assertThat(unit.ledger().wallet()).isEqualTo(wallet(capture));
        });
    }

    @Test
    void several_transfers_in_one_entry_stand_in_their_order() {
        var first = granted(100, null);
        var second = spent(first, 1);
        var third = spent(second, 2);
        append(ada, List.of(second, third), List.of(), Map.of());

        assertThat(storage().statements().lines(ada, null, 10))
                .extracting(Statements.StatementLine::transfer)
                .containsExactly(third, second, first);
    }

    @Test
    void the_ledger_of_another_customer_is_out_of_reach() {
        held(granted(100, null), 30, null);

        change(bob, unit -> {
            assertThat(unit.ledger().transfer(hold)).isEmpty();
            assertThat(unit.ledger().grant(grant)).isEmpty();
            assertThat(openGrants(unit)).isEmpty();
            assertThat(unit.ledger().wallet()).isEqualTo(Wallet.empty(bob));
        });
    }

    private Wallet wallet() {
        return write(ada, unit -> unit.ledger().wallet());
    }

    private List<GrantBalance> openGrants() {
        return write(ada, LedgerStoreContract::openGrants);
    }

    private static List<GrantBalance> openGrants(Unit unit) {
        return unit.ledger().spendableGrants(Instant.EPOCH, null, 100);
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

    private Transfer granted(long credits, @Nullable Instant expiresAt) {
        return granted(new Grant(GrantSource.PURCHASE, new Credits(credits), 50, expiresAt));
    }

    private Transfer granted(Grant given) {
        var draft = TransferDraft.of(TransferKind.GRANT, grant,
                List.of(Part.of(grant, given.credits())), subject,
                "a test");
        var transfer = Transfer.following(Wallet.empty(ada), draft, clock.instant());
        append(ada, List.of(transfer), List.of(GrantBalance.of(given, transfer)), Map.of());
        return transfer;
    }

    private Transfer held(Transfer after, long credits, @Nullable Duration timeLeft) {
        var parts = List.of(new Part(grant, new Credits(credits), timeLeft));
        var transfer = Transfer.following(wallet(after),
                TransferDraft.of(TransferKind.HOLD, hold, parts, subject, "held"), clock.instant());
        append(ada, List.of(transfer), List.of(), Map.of());
        return transfer;
    }

    private Transfer settling(Transfer after, TransferKind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.following(wallet(after),
                TransferDraft.settling(hold, kind, samples.transfer(), parts, subject, ""),
                clock.instant());
    }

    private Transfer spent(Transfer after, long credits) {
        return next(after, TransferKind.ADJUST_DOWN, credits);
    }

    private Transfer raised(Transfer after, long credits) {
        return next(after, TransferKind.REFUND, credits);
    }

    private Transfer next(Transfer after, TransferKind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.following(wallet(after),
                TransferDraft.of(kind, samples.transfer(), parts, subject, ""), clock.instant());
    }

    private Wallet wallet(Transfer after) {
        return new Wallet(ada, after.balancesAfter(), after.sequence(), after.hash());
    }

    private void append(
            CustomerId customer, List<Transfer> lines, List<GrantBalance> grants,
            Map<TransferId, Credits> refunded) {
        var last = lines.getLast();
        var entry = new Entry(lines, wallet(last), grants, refunded);
        change(customer, unit -> unit.ledger().append(entry));
    }
}
