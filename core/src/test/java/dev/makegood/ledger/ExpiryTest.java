package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.House;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private final House house = House.inMemory();
    private final Ledger ledger = house.makegood.ledger();
    private final CustomerId ada = house.samples.customer();
    private final About booking = new About("booking", house.samples.id());
    private final TransferId hold = house.samples.transfer();

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    private Instant now() {
        return house.clock.instant();
    }

    private TransferId granted(long credits, Duration goodFor) {
        return house.granted(ada,
                Grant.of(Source.PROMOTION, new Credits(credits)).expiring(now().plus(goodFor)));
    }

    private void held(long credits) {
        assertThat(ledger.hold(hold, ada, new Credits(credits), booking))
                .isInstanceOf(Posting.Posted.class);
    }

    private void released() {
        assertThat(ledger.release(house.samples.transfer(), ada, hold))
                .isInstanceOf(Posting.Posted.class);
    }

    private GrantBalance grant(TransferId id) {
        return house.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private List<Transfer> lines(Kind kind) {
        return house.storage.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(Statements.Line::transfer)
                .filter(line -> line.kind() == kind)
                .toList();
    }

    @Test
    void a_grant_past_its_expiry_cannot_be_spent_even_before_anybody_booked_it() {
        granted(30, Duration.ofHours(1));
        house.granted(ada, 10);
        house.clock.pass(Duration.ofHours(1));

        assertThat(ledger.available(ada)).isEqualTo(new Credits(10));
        assertThat(ledger.hold(hold, ada, new Credits(11), booking))
                .isEqualTo(new Posting.Overdrawn(new Credits(11), new Credits(10), Credits.NONE));
        assertThat(lines(Kind.EXPIRY)).isEmpty();
    }

    @Test
    void a_grant_can_be_spent_up_to_the_last_moment() {
        granted(30, Duration.ofHours(1));
        house.clock.pass(Duration.ofHours(1).minusNanos(1_000));

        held(30);
    }

    @Test
    void an_expiry_is_booked_once() {
        granted(30, Duration.ofHours(1));

        house.waits(Duration.ofHours(1));
        house.waits(Duration.ofHours(1));
        house.granted(ada, 10);

        assertThat(lines(Kind.EXPIRY)).extracting(line -> line.amount().amount())
                .containsExactly(30L);
        assertThat(house.available(ada)).isEqualTo(10);
    }

    @Test
    void whatever_moves_credits_books_the_expiries_before_it() {
        granted(30, Duration.ofHours(1));
        granted(20, Duration.ofHours(2));
        house.clock.pass(Duration.ofHours(3));

        house.granted(ada, 10);

        assertThat(lines(Kind.EXPIRY)).extracting(line -> line.amount().amount())
                .containsExactly(30L, 20L);
        house.runDueTasks();
        assertThat(lines(Kind.EXPIRY)).hasSize(2);
    }

    @Test
    void credits_that_are_held_do_not_expire() {
        granted(30, Duration.ofHours(1));
        held(20);

        house.waits(Duration.ofHours(2));

        assertThat(lines(Kind.EXPIRY)).extracting(line -> line.amount().amount())
                .containsExactly(10L);
        assertThat(house.held(ada)).isEqualTo(20);
        assertThat(ledger.capture(house.samples.transfer(), ada, hold, new Credits(20)))
                .isInstanceOf(Posting.Posted.class);
    }

    @Test
    void a_grant_that_expired_while_its_credits_were_held_comes_back_for_72_hours() {
        var grant = granted(30, Duration.ofHours(1));
        held(20);
        house.clock.pass(Duration.ofHours(5));

        released();

        assertThat(lines(Kind.EXPIRY)).as("what was left of it first")
                .extracting(line -> line.amount().amount())
                .containsExactly(10L);
        assertThat(house.available(ada)).isEqualTo(20);
        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofHours(72)));
        assertThat(grant(grant).grant().expiresAt()).isEqualTo(now().minus(Duration.ofHours(4)));
    }

    @Test
    void a_grant_that_still_had_long_when_it_was_held_comes_back_for_as_long() {
        var grant = granted(30, Duration.ofDays(10));
        held(20);
        house.clock.pass(Duration.ofDays(11));

        released();

        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofDays(10)));
    }

    @Test
    void a_grant_that_has_not_expired_keeps_its_expiry_when_credits_come_back() {
        var grant = granted(30, Duration.ofHours(2));
        held(20);
        house.clock.pass(Duration.ofHours(1));

        released();

        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofHours(1)));
        assertThat(grant(grant).left()).isEqualTo(new Credits(30));
    }

    @Test
    void a_reopened_grant_expires_in_its_turn_once() {
        granted(30, Duration.ofHours(1));
        held(20);
        house.clock.pass(Duration.ofHours(5));
        released();

        house.waits(Duration.ofHours(71));
        assertThat(house.available(ada)).isEqualTo(20);

        house.waits(Duration.ofHours(1));

        assertThat(house.available(ada)).isZero();
        assertThat(lines(Kind.EXPIRY)).extracting(line -> line.amount().amount())
                .containsExactly(10L, 20L);
    }

    @Test
    void the_rest_of_a_partial_capture_reopens_its_grant_too() {
        granted(30, Duration.ofHours(1));
        held(30);
        house.clock.pass(Duration.ofHours(5));

        ledger.capture(house.samples.transfer(), ada, hold, new Credits(12));

        assertThat(house.available(ada)).isEqualTo(18);
    }

    @Test
    void a_refund_reopens_its_grant_too() {
        var grant = granted(30, Duration.ofDays(5));
        var capture = house.samples.transfer();
        held(30);
        ledger.capture(capture, ada, hold, new Credits(30));
        house.waits(Duration.ofDays(100));

        ledger.refund(house.samples.transfer(), ada, capture, new Credits(7),
                Cause.rule("sorry"));

        assertThat(house.available(ada)).isEqualTo(7);
        assertThat(grant(grant).expiresAt()).isEqualTo(now().plus(Duration.ofDays(5)));

        house.waits(Duration.ofDays(5));

        assertThat(house.available(ada)).isZero();
    }

    @Test
    void how_long_a_grant_reopens_for_is_a_setting() {
        var strict = House.inMemory(opening -> opening.on(new Terms(Duration.ofMinutes(9))));
        var bob = strict.samples.customer();
        strict.granted(bob, Grant.signup(new Credits(40))
                .expiring(strict.clock.instant().plusSeconds(1)));
        var project = strict.started(bob);
        strict.clock.pass(Duration.ofHours(1));

        strict.pipeline.breaks(project, "sorry");

        assertThat(strict.balanceOf(bob).expiring()).containsExactly(new Balance.Expiring(
                new Credits(40), strict.clock.instant().plus(Duration.ofMinutes(9))));
    }

    @Test
    void a_grant_that_comes_after_its_own_expiry_is_booked_at_once() {
        granted(30, Duration.ZERO);

        assertThat(lines(Kind.EXPIRY)).hasSize(1);
        assertThat(house.storage.statements().wallet(ada).balances().available())
                .isEqualTo(Credits.NONE);
    }

    @Test
    void a_grant_that_comes_after_its_own_expiry_settles_no_debt() {
        var purchase = house.granted(ada, 30);
        held(30);
        ledger.capture(house.samples.transfer(), ada, hold, new Credits(30));
        ledger.reverse(house.samples.transfer(), ada, purchase, 1, 1, Cause.rule("disputed"));

        granted(30, Duration.ofSeconds(-1));

        assertThat(house.balanceOf(ada).debt()).isEqualTo(new Credits(30));
        assertThat(house.available(ada)).isZero();
    }

    @Test
    void a_balance_says_what_expires_when() {
        house.granted(ada, 5);
        granted(30, Duration.ofHours(2));
        granted(20, Duration.ofHours(1));

        assertThat(ledger.balance(ada).expiring()).containsExactly(
                new Balance.Expiring(new Credits(20), now().plus(Duration.ofHours(1))),
                new Balance.Expiring(new Credits(30), now().plus(Duration.ofHours(2))));

        house.clock.pass(Duration.ofHours(1));

        assertThat(ledger.balance(ada).expiring()).hasSize(1);
        assertThat(ledger.balance(ada).available()).isEqualTo(new Credits(35));
    }
}
