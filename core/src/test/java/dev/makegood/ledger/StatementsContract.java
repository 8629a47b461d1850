package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Statements.StatementLine;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Statements} must do. */
public abstract class StatementsContract extends StorageTestBase {

    private final Subject project = Subject.project(samples.id());
    private final TransferId hold = samples.transfer();
    private final TransferId capture = samples.transfer();
    private final TransferId refund = samples.transfer();

    @Test
    void a_customer_nothing_ever_happened_to_has_an_empty_wallet() {
        assertThat(statements().wallet(ada)).isEqualTo(Wallet.empty(ada));
        assertThat(statements().openGrants(ada)).isEmpty();
        assertThat(statements().lines(ada, null, 10)).isEmpty();
        assertThat(statements().transfersAbout(ada, project)).isEmpty();
        assertThat(statements().transfer(hold)).isEmpty();
        assertThat(statements().refundedFrom(capture)).isEqualTo(Credits.NONE);
    }

    @Test
    void the_wallet_is_as_the_last_unit_left_it() {
        spent(100, 40, 30, 5);

        assertThat(statements().wallet(ada))
                .isEqualTo(this.<Wallet>write(ada, unit -> unit.ledger().wallet()));
        assertThat(statements().wallet(ada).balances())
                .isEqualTo(new AccountBalances(new Credits(75), Credits.NONE, Credits.NONE));
        assertThat(statements().refundedFrom(capture)).isEqualTo(new Credits(5));
    }

    @Test
    void open_grants_come_in_spending_order_and_used_up_ones_not_at_all() {
        granted(new Grant(GrantSource.PURCHASE, new Credits(1), 50, null));
        granted(new Grant(GrantSource.PROMOTION, new Credits(2), 50, null));
        granted(new Grant(GrantSource.PURCHASE, new Credits(3), 50, later(Duration.ofDays(9))));
        granted(new Grant(GrantSource.PURCHASE, new Credits(4), 50, later(Duration.ofDays(5))));
        granted(new Grant(GrantSource.PURCHASE, new Credits(5), 1, null));
        adjustDown(5);

        assertThat(statements().openGrants(ada)).extracting(grant -> grant.remaining().amount())
                .containsExactly(4L, 3L, 2L, 1L);

        clock.advance(Duration.ofDays(6));

        assertThat(statements().openGrants(ada)).as("expired and not posted yet")
                .extracting(grant -> grant.remaining().amount())
                .containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void a_grant_is_found_by_its_customer_and_its_id_open_or_used_up() {
        var promotion = new Grant(GrantSource.PROMOTION, new Credits(5), 7, null);
        var id = granted(promotion);

        assertThat(statements().grant(ada, id)).map(GrantBalance::grant).contains(promotion);
        assertThat(statements().grant(bob, id)).isEmpty();

        adjustDown(5);

        assertThat(statements().grant(ada, id)).map(GrantBalance::remaining).contains(Credits.NONE);
    }

    @Test
    void transfers_come_the_newest_first_and_from_any_position() {
        spent(100, 40, 30, 5);

        assertThat(statements().lines(ada, null, 100)).extracting(this::sequence)
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(statements().lines(ada, null, 2)).extracting(this::sequence)
                .containsExactly(5L, 4L);
        assertThat(statements().lines(ada, 4L, 2)).extracting(this::sequence)
                .containsExactly(3L, 2L);
        assertThat(statements().lines(ada, 1L, 2)).isEmpty();
        assertThat(statements().lines(bob, null, 2)).isEmpty();
    }

    @Test
    void transfers_come_the_oldest_first_too_and_from_any_moment() {
        granted(Grant.signup(new Credits(50)));
        var second = later(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        granted(Grant.signup(new Credits(50)));
        clock.advance(Duration.ofHours(1));
        granted(Grant.signup(new Credits(50)));

        assertThat(statements().linesAfter(ada, 0, 100)).extracting(this::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(statements().linesAfter(ada, 1, 1)).extracting(this::sequence)
                .containsExactly(2L);
        assertThat(statements().linesAfter(ada, 3, 1)).isEmpty();
        assertThat(statements().linesAfter(bob, 0, 1)).isEmpty();
        assertThat(statements().lastSequenceBefore(ada, second)).isEqualTo(1);
        assertThat(statements().lastSequenceBefore(ada, second.plusMillis(1))).isEqualTo(2);
        assertThat(statements().lastSequenceBefore(ada, second.minus(Duration.ofDays(1)))).isZero();
        assertThat(statements().lastSequenceBefore(bob, later(Duration.ofDays(1)))).isZero();
    }

    @Test
    void a_statement_line_names_the_project_it_goes_back_to() {
        var grant = spent(100, 40, 30, 5);

        assertThat(subjectOf(grant)).isNull();
        assertThat(subjectOf(hold)).isEqualTo(project);
        assertThat(subjectOf(capture)).isEqualTo(project);
        assertThat(subjectOf(TransferId.of("release_remainder", capture.value())))
                .isEqualTo(project);
        assertThat(subjectOf(refund)).isEqualTo(project);
    }

    @Test
    void a_transfer_about_a_subject_of_the_hosts_own_goes_back_to_no_project() {
        granted(Grant.signup(new Credits(60)));
        hold(30, new Subject("booking", samples.id()));

        assertThat(subjectOf(hold)).isNull();
    }

    @Test
    void the_transfers_about_a_project_come_oldest_first() {
        spent(100, 40, 30, 5);

        assertThat(statements().transfersAbout(ada, project)).extracting(Transfer::kind)
                .containsExactly(TransferKind.HOLD, TransferKind.CAPTURE,
                        TransferKind.RELEASE_REMAINDER, TransferKind.REFUND);
        assertThat(statements().transfersAbout(bob, project)).isEmpty();
        assertThat(statements().transfersAbout(ada, Subject.project(samples.id()))).isEmpty();
    }

    @Test
    void a_transfer_of_any_customer_is_found_by_its_id() {
        spent(100, 40, 30, 5);

        var found = statements().transfer(capture).orElseThrow();

        assertThat(found.customer()).isEqualTo(ada);
        assertThat(found)
                .isEqualTo(find(ada, unit -> unit.ledger().transfer(capture)).orElseThrow());
        assertThat(found.hasValidHash()).isTrue();
    }

    /** A grant, a hold of it, a capture of a part of that, and a refund of a part of that. */
    private TransferId spent(long granted, long held, long captured, long refunded) {
        var grant = granted(Grant.of(GrantSource.PURCHASE, new Credits(granted)));
        hold(held, project);
        change(ada, unit -> {
            var rules = LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT);
            var cause = Cause.rule("test");
            var captureAnswer = rules.capture(capture, hold, new Credits(captured), cause);
            var refundAnswer = rules.refund(refund, capture, new Credits(refunded), cause);
            assertThat(List.of(captureAnswer, refundAnswer))
                    .hasOnlyElementsOfType(Posting.Posted.class);
        });
        return grant;
    }

    private void hold(long credits, Subject subject) {
        change(ada, unit -> assertThat(LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT)
                .hold(hold, new Credits(credits), subject, Cause.rule("test")))
                        .isInstanceOf(Posting.Posted.class));
    }

    private TransferId granted(Grant grant) {
        var id = samples.transfer();
        assertThat(ledger().grant(id, ada, grant)).isInstanceOf(Posting.Posted.class);
        return id;
    }

    private void adjustDown(long credits) {
        assertThat(ledger().adjustDown(samples.transfer(), ada, new Credits(credits),
                Cause.rule("test"))).isInstanceOf(Posting.Posted.class);
    }

    private @Nullable Subject subjectOf(TransferId id) {
        return statements().lines(ada, null, 100)
                .stream()
                .filter(line -> line.transfer().id().equals(id))
                .findFirst()
                .map(StatementLine::rootSubject)
                .orElse(null);
    }

    private long sequence(StatementLine line) {
        return line.transfer().sequence();
    }

    private Instant later(Duration time) {
        return clock.instant().plus(time);
    }

    private Statements statements() {
        return storage().statements();
    }
}
