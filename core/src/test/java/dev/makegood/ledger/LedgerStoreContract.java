package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.event.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerStore} must do with transfers; {@link GrantsContract} has the grants. */
public abstract class LedgerStoreContract extends LedgerStoreTestBase {

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
}
