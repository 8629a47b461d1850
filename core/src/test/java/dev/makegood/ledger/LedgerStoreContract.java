package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link LedgerStore} must do. */
public abstract class LedgerStoreContract extends OnStorage {

    private final About about = new About("test", samples.id());
    private final TransferId grant = samples.transfer();
    private final TransferId hold = samples.transfer();

    @Test
    void a_customer_nothing_ever_happened_to_has_an_empty_book() {
        change(ada, unit -> {
            assertThat(unit.ledger().wallet()).isEqualTo(Wallet.empty(ada));
            assertThat(unit.ledger().openGrants()).isEmpty();
            assertThat(unit.ledger().grant(grant)).isEmpty();
            assertThat(unit.ledger().transfer(grant)).isEmpty();
            assertThat(unit.ledger().settlementOf(hold)).isEmpty();
            assertThat(unit.ledger().refundedFrom(hold)).isEqualTo(Credits.NONE);
        });
    }

    @Test
    void a_line_is_found_again_as_it_was_written() {
        var granted = granted(100, null);
        var line = held(granted, 30, Duration.ofHours(5).plusNanos(7_000));

        change(ada, unit -> {
            assertThat(unit.ledger().transfer(hold)).contains(line);
            assertThat(unit.ledger().transfer(hold).orElseThrow().isWhole()).isTrue();
            assertThat(unit.ledger().wallet())
                    .isEqualTo(Wallet.empty(ada).then(granted).then(line));
        });
    }

    @Test
    void a_line_without_parts_with_nothing_left_out_and_strange_words_is_kept_too() {
        var reason = "«Ω» 🐈 \"quoted\" \\ and\nlines";
        var owed = new Draft(Kind.OWE, grant, new Credits(Long.MAX_VALUE), null, List.of(), about,
                reason);
        var line = Transfer.after(Wallet.empty(ada), owed, clock.instant());
        append(ada, List.of(line), List.of(), Map.of());

        assertThat(found(ada, unit -> unit.ledger().transfer(grant))).contains(line);
    }

    @ParameterizedTest
    @EnumSource
    void every_source_of_a_grant_is_kept(Source source) {
        var priced = new Grant(source, new Credits(7), 3, clock.instant().plusSeconds(1));
        var line = granted(priced);

        var kept = in(ada, unit -> unit.ledger().grant(grant)).orElseThrow();

        assertThat(kept).isEqualTo(GrantBalance.of(priced, line));
        assertThat(kept.grant().source()).isEqualTo(source);
    }

    @Test
    void a_grant_that_was_reopened_keeps_its_first_expiry_beside_the_later_one() {
        var line = granted(Grant.signup(new Credits(9)).expiring(clock.instant().plusSeconds(1)));
        var first = in(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        var reopened = first.less(new Credits(4))
                .openUntil(clock.instant().plusSeconds(99))
                .takenBack(new Credits(2));
        append(ada, List.of(spent(line, 1)), List.of(reopened), Map.of());

        assertThat(found(ada, unit -> unit.ledger().grant(grant))).contains(reopened);
        assertThat(openGrants()).containsExactly(reopened);
    }

    @Test
    void a_grant_that_is_used_up_is_not_open_and_still_known() {
        var line = granted(100, null);
        var balance = in(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        append(ada, List.of(spent(line, 100)), List.of(balance.less(new Credits(100))), Map.of());

        change(ada, unit -> {
            assertThat(unit.ledger().openGrants()).isEmpty();
            assertThat(unit.ledger().grant(grant).orElseThrow().left()).isEqualTo(Credits.NONE);
        });
    }

    @Test
    void a_grant_that_was_used_up_can_be_open_again() {
        var line = granted(100, null);
        var balance = in(ada, unit -> unit.ledger().grant(grant)).orElseThrow();
        var less = spent(line, 100);
        append(ada, List.of(less), List.of(balance.less(new Credits(100))), Map.of());
        append(ada, List.of(raised(less, 1)), List.of(balance.less(new Credits(99))), Map.of());

        assertThat(openGrants())
                .containsExactly(balance.less(new Credits(99)));
    }

    @Test
    void a_settlement_is_found_by_its_hold() {
        var line = held(granted(100, null), 30, null);
        var capture = settling(line, Kind.CAPTURE, 30);
        append(ada, List.of(capture), List.of(), Map.of());

        change(ada, unit -> {
            assertThat(unit.ledger().settlementOf(hold)).contains(capture);
            assertThat(unit.ledger().settlementOf(capture.id())).isEmpty();
        });
    }

    @Test
    void a_hold_is_settled_once() {
        var line = held(granted(100, null), 30, null);
        var capture = settling(line, Kind.CAPTURE, 20);
        append(ada, List.of(capture), List.of(), Map.of());

        assertThatThrownBy(() -> append(ada, List.of(settling(capture, Kind.RELEASE, 10)),
                List.of(), Map.of())).isInstanceOf(RuntimeException.class);

        assertThat(found(ada, unit -> unit.ledger().settlementOf(hold))).contains(capture);
        assertThat(wallet().sequence()).isEqualTo(3);
    }

    @Test
    void a_sequence_number_is_used_once() {
        var first = granted(100, null);
        var other = Transfer.after(Wallet.empty(ada),
                Draft.of(Kind.GRANT, samples.transfer(),
                        List.of(Part.of(samples.transfer(), new Credits(5))), about, ""),
                clock.instant());

        assertThatThrownBy(() -> append(ada, List.of(other), List.of(), Map.of()))
                .isInstanceOf(RuntimeException.class);

        assertThat(wallet())
                .isEqualTo(Wallet.empty(ada).then(first));
    }

    @Test
    void an_id_is_used_once() {
        var first = granted(100, null);
        var again = Transfer.after(Wallet.empty(ada).then(first),
                Draft.of(Kind.GRANT, grant, List.of(Part.of(grant, new Credits(5))), about, ""),
                clock.instant());

        assertThatThrownBy(() -> append(ada, List.of(again), List.of(), Map.of()))
                .isInstanceOf(RuntimeException.class);

        assertThat(wallet().sequence()).isEqualTo(1);
    }

    @Test
    void an_entry_must_follow_the_book_without_a_gap() {
        var first = granted(100, null);
        var second = spent(first, 1);
        var third = spent(second, 1);

        assertThatThrownBy(() -> append(ada, List.of(third), List.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(wallet().sequence()).isEqualTo(1);
    }

    @Test
    void how_much_of_a_capture_was_given_back_is_replaced_each_time() {
        var line = held(granted(100, null), 30, null);
        var capture = settling(line, Kind.CAPTURE, 30);
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
        var line = held(granted(100, null), 30, null);
        var capture = settling(line, Kind.CAPTURE, 30);

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
    void several_lines_in_one_entry_stand_in_their_order() {
        var first = granted(100, null);
        var second = spent(first, 1);
        var third = spent(second, 2);
        append(ada, List.of(second, third), List.of(), Map.of());

        assertThat(storage().statements().lines(ada, null, 10))
                .extracting(Statements.Line::transfer)
                .containsExactly(third, second, first);
    }

    @Test
    void nobody_reaches_the_book_of_somebody_else() {
        held(granted(100, null), 30, null);

        change(bob, unit -> {
            assertThat(unit.ledger().transfer(hold)).isEmpty();
            assertThat(unit.ledger().grant(grant)).isEmpty();
            assertThat(unit.ledger().openGrants()).isEmpty();
            assertThat(unit.ledger().wallet()).isEqualTo(Wallet.empty(bob));
        });
    }

    private Wallet wallet() {
        return in(ada, unit -> unit.ledger().wallet());
    }

    private List<GrantBalance> openGrants() {
        return in(ada, unit -> unit.ledger().openGrants());
    }

    private Transfer granted(long credits, @Nullable Instant expiresAt) {
        return granted(new Grant(Source.PURCHASE, new Credits(credits), 50, expiresAt));
    }

    private Transfer granted(Grant given) {
        var draft = Draft.of(Kind.GRANT, grant, List.of(Part.of(grant, given.credits())), about,
                "a test");
        var line = Transfer.after(Wallet.empty(ada), draft, clock.instant());
        append(ada, List.of(line), List.of(GrantBalance.of(given, line)), Map.of());
        return line;
    }

    private Transfer held(Transfer after, long credits, @Nullable Duration timeLeft) {
        var parts = List.of(new Part(grant, new Credits(credits), timeLeft));
        var line = Transfer.after(wallet(after), Draft.of(Kind.HOLD, hold, parts, about, "held"),
                clock.instant());
        append(ada, List.of(line), List.of(), Map.of());
        return line;
    }

    private Transfer settling(Transfer after, Kind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.after(wallet(after),
                Draft.settling(hold, kind, samples.transfer(), parts, about, ""), clock.instant());
    }

    private Transfer spent(Transfer after, long credits) {
        return next(after, Kind.LOWER, credits);
    }

    private Transfer raised(Transfer after, long credits) {
        return next(after, Kind.REFUND, credits);
    }

    private Transfer next(Transfer after, Kind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.after(wallet(after),
                Draft.of(kind, samples.transfer(), parts, about, ""),
                clock.instant());
    }

    private Wallet wallet(Transfer after) {
        return new Wallet(ada, after.after(), after.sequence(), after.hash());
    }

    private void append(
            CustomerId customer, List<Transfer> lines, List<GrantBalance> grants,
            Map<TransferId, Credits> refunded) {
        var last = lines.getLast();
        var entry = new Entry(lines, wallet(last), grants, refunded);
        change(customer, unit -> unit.ledger().append(entry));
    }
}
