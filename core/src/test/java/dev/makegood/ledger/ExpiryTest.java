package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.task.Task;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final Ledger ledger = fixture.makegood.ledger();
    private final CustomerId ada = fixture.samples.customer();
    private final Subject booking = new Subject("booking", fixture.samples.id());
    private final TransferId hold = fixture.samples.transfer();

    @AfterEach
    void everything_adds_up() {
        assertThat(fixture.makegood.audit().violations(ada)).isEmpty();
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    private TransferId grant(long credits, Duration goodFor) {
        return fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(credits))
                .withExpiry(now().plus(goodFor)));
    }

    private void hold(long credits) {
        assertThat(ledger.hold(hold, ada, new Credits(credits), booking))
                .isInstanceOf(Posting.Posted.class);
    }

    private void release() {
        assertThat(ledger.release(fixture.samples.transfer(), ada, hold))
                .isInstanceOf(Posting.Posted.class);
    }

    private GrantBalance grant(TransferId id) {
        return fixture.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private List<Transfer> transfers(TransferKind kind) {
        return fixture.storage.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(Statements.StatementLine::transfer)
                .filter(transfer -> transfer.kind() == kind)
                .toList();
    }

    @Test
    void the_task_that_books_an_expiry_is_done_once() {
        var id = grant(40, Duration.ofHours(1));

        fixture.advanceAndRun(Duration.ofHours(2));

        assertThat(grant(id).remaining()).isEqualTo(Credits.NONE);
        assertThat(fixture.storage.taskQueue().due(now().plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void a_grant_past_its_expiry_cannot_be_spent_even_before_the_expiry_is_posted() {
        grant(30, Duration.ofHours(1));
        fixture.grant(ada, 10);
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(ledger.available(ada)).isEqualTo(new Credits(10));
        assertThat(ledger.hold(hold, ada, new Credits(11), booking))
                .isEqualTo(new Posting.Overdrawn(new Credits(11), new Credits(10), Credits.NONE));
        assertThat(transfers(TransferKind.EXPIRE)).isEmpty();
    }

    @Test
    void a_grant_can_be_spent_up_to_the_last_moment() {
        grant(30, Duration.ofHours(1));
        fixture.clock.advance(Duration.ofHours(1).minusNanos(1_000));

        hold(30);
    }

    @Test
    void an_expiry_is_booked_once() {
        grant(30, Duration.ofHours(1));

        fixture.advanceAndRun(Duration.ofHours(1));
        fixture.advanceAndRun(Duration.ofHours(1));
        fixture.grant(ada, 10);

        assertThat(transfers(TransferKind.EXPIRE))
                .extracting(transfer -> transfer.amount().amount())
                .containsExactly(30L);
        assertThat(fixture.available(ada)).isEqualTo(10);
    }

    @Test
    void every_posting_begins_with_the_expiries_before_it() {
        grant(30, Duration.ofHours(1));
        grant(20, Duration.ofHours(2));
        fixture.clock.advance(Duration.ofHours(3));

        fixture.grant(ada, 10);

        assertThat(transfers(TransferKind.EXPIRE))
                .extracting(transfer -> transfer.amount().amount())
                .containsExactly(30L, 20L);
        fixture.runDueTasks();
        assertThat(transfers(TransferKind.EXPIRE)).hasSize(2);
    }

    /** Of a server whose clock is ahead, or whose claim of the task was overtaken by a new one. */
    @Test
    void a_task_that_comes_too_early_does_not_forget_the_grant() {
        var id = grant(30, Duration.ofHours(1));

        ledger.expireDueGrants(Task.of(ada, LedgerRules.EXPIRE_GRANT_TASK, id.value(), now()));
        everything_adds_up();
        fixture.advanceAndRun(Duration.ofHours(1));

        assertThat(transfers(TransferKind.EXPIRE)).hasSize(1);
    }

    @Test
    void a_task_that_came_too_early_while_all_was_held_is_there_again_with_the_credits() {
        var id = grant(30, Duration.ofHours(1));
        hold(30);
        ledger.expireDueGrants(Task.of(ada, LedgerRules.EXPIRE_GRANT_TASK, id.value(), now()));

        release();
        fixture.advanceAndRun(Duration.ofHours(1));

        assertThat(transfers(TransferKind.EXPIRE)).hasSize(1);
    }

    @Test
    void credits_that_are_held_do_not_expire() {
        grant(30, Duration.ofHours(1));
        hold(20);

        fixture.advanceAndRun(Duration.ofHours(2));

        assertThat(transfers(TransferKind.EXPIRE))
                .extracting(transfer -> transfer.amount().amount())
                .containsExactly(10L);
        assertThat(fixture.held(ada)).isEqualTo(20);
        assertThat(ledger.capture(fixture.samples.transfer(), ada, hold, new Credits(20)))
                .isInstanceOf(Posting.Posted.class);
    }

    @Test
    void a_grant_that_expired_while_its_credits_were_held_comes_back_for_72_hours() {
        var grant = grant(30, Duration.ofHours(1));
        hold(20);
        fixture.clock.advance(Duration.ofHours(5));

        release();

        assertThat(transfers(TransferKind.EXPIRE)).as("what was left of it first")
                .extracting(transfer -> transfer.amount().amount())
                .containsExactly(10L);
        assertThat(fixture.available(ada)).isEqualTo(20);
        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofHours(72)));
        assertThat(grant(grant).grant().expiresAt()).isEqualTo(now().minus(Duration.ofHours(4)));
    }

    @Test
    void a_grant_that_still_had_long_when_it_was_held_comes_back_for_as_long() {
        var grant = grant(30, Duration.ofDays(10));
        hold(20);
        fixture.clock.advance(Duration.ofDays(11));

        release();

        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofDays(10)));
    }

    @Test
    void a_grant_that_has_not_expired_keeps_its_expiry_when_credits_come_back() {
        var grant = grant(30, Duration.ofHours(2));
        hold(20);
        fixture.clock.advance(Duration.ofHours(1));

        release();

        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofHours(1)));
        assertThat(grant(grant).remaining()).isEqualTo(new Credits(30));
    }

    @Test
    void a_reopened_grant_expires_again_once() {
        grant(30, Duration.ofHours(1));
        hold(20);
        fixture.clock.advance(Duration.ofHours(5));
        release();

        fixture.advanceAndRun(Duration.ofHours(71));
        assertThat(fixture.available(ada)).isEqualTo(20);

        fixture.advanceAndRun(Duration.ofHours(1));

        assertThat(fixture.available(ada)).isZero();
        assertThat(transfers(TransferKind.EXPIRE))
                .extracting(transfer -> transfer.amount().amount())
                .containsExactly(10L, 20L);
    }

    @Test
    void the_rest_of_a_partial_capture_reopens_its_grant_too() {
        grant(30, Duration.ofHours(1));
        hold(30);
        fixture.clock.advance(Duration.ofHours(5));

        ledger.capture(fixture.samples.transfer(), ada, hold, new Credits(12));

        assertThat(fixture.available(ada)).isEqualTo(18);
    }

    @Test
    void a_refund_reopens_its_grant_too() {
        var grant = grant(30, Duration.ofDays(5));
        var capture = fixture.samples.transfer();
        hold(30);
        ledger.capture(capture, ada, hold, new Credits(30));
        fixture.advanceAndRun(Duration.ofDays(100));

        ledger.refund(fixture.samples.transfer(), ada, capture, new Credits(7),
                Cause.rule("sorry"));

        assertThat(fixture.available(ada)).isEqualTo(7);
        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofDays(5)));

        fixture.advanceAndRun(Duration.ofDays(5));

        assertThat(fixture.available(ada)).isZero();
    }

    @Test
    void how_long_a_grant_reopens_for_is_a_setting() {
        var strict = MakegoodFixture.inMemory(
                builder -> builder.withLedgerSettings(new LedgerSettings(Duration.ofMinutes(9))));
        var bob = strict.samples.customer();
        strict.grant(bob, Grant.signup(new Credits(40))
                .withExpiry(strict.clock.instant().plusSeconds(1)));
        var project = strict.startProject(bob);
        strict.clock.advance(Duration.ofHours(1));

        strict.pipeline.breaks(project, "sorry");

        assertThat(strict.balanceOf(bob).expiring()).containsExactly(new Balance.ExpiringCredits(
                new Credits(40), strict.clock.instant().plus(Duration.ofMinutes(9))));
    }

    @Test
    void a_grant_that_comes_after_its_own_expiry_is_booked_at_once() {
        grant(30, Duration.ZERO);

        assertThat(transfers(TransferKind.EXPIRE)).hasSize(1);
        assertThat(fixture.storage.statements().wallet(ada).balances().available())
                .isEqualTo(Credits.NONE);
    }

    @Test
    void a_grant_that_comes_after_its_own_expiry_settles_no_debt() {
        var purchase = fixture.grant(ada, 30);
        hold(30);
        ledger.capture(fixture.samples.transfer(), ada, hold, new Credits(30));
        ledger.reverse(fixture.samples.transfer(), ada, purchase, 1, 1, Cause.rule("disputed"));

        grant(30, Duration.ofSeconds(-1));

        assertThat(fixture.balanceOf(ada).debt()).isEqualTo(new Credits(30));
        assertThat(fixture.available(ada)).isZero();
    }

    @Test
    void a_balance_says_what_expires_when() {
        fixture.grant(ada, 5);
        grant(30, Duration.ofHours(2));
        grant(20, Duration.ofHours(1));

        assertThat(ledger.balance(ada).expiring()).containsExactly(
                new Balance.ExpiringCredits(new Credits(20), now().plus(Duration.ofHours(1))),
                new Balance.ExpiringCredits(new Credits(30), now().plus(Duration.ofHours(2))));

        fixture.clock.advance(Duration.ofHours(1));

        assertThat(ledger.balance(ada).expiring()).hasSize(1);
        assertThat(ledger.balance(ada).available()).isEqualTo(new Credits(35));
    }
}
