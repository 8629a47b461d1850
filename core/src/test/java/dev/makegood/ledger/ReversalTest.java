package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.InDebt;
import dev.makegood.ledger.Posting.NoSuchGrant;
import dev.makegood.ledger.Posting.NothingToMove;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalTest {

    private static final Cause DISPUTED = Cause.rule("disputed");

    private final House house = House.inMemory();
    private final Ledger ledger = house.makegood.ledger();
    private final CustomerId ada = house.samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(house.makegood.audit().findings(ada)).isEmpty();
    }

    private Posting reversed(TransferId purchase, long reversed, long paid) {
        return reversed(house.samples.transfer(), purchase, reversed, paid);
    }

    private Posting reversed(TransferId id, TransferId purchase, long reversed, long paid) {
        return ledger.reverse(id, ada, purchase, reversed, paid, DISPUTED);
    }

    private TransferId held(long credits) {
        var hold = house.samples.transfer();
        assertThat(ledger.hold(hold, ada, new Credits(credits), new About("test", ada.value())))
                .isInstanceOf(Posted.class);
        return hold;
    }

    private TransferId spent(long credits) {
        var capture = house.samples.transfer();
        var unused = ledger.capture(capture, ada, held(credits), new Credits(credits));
        return capture;
    }

    private void balance(long available, long heldNow, long debt) {
        assertThat(house.storage.statements().wallet(ada).balances()).isEqualTo(new Balances(
                new Credits(available), new Credits(heldNow), new Credits(debt)));
    }

    private GrantBalance grant(TransferId id) {
        return house.storage.archive()
                .read(ada, records -> records.grants()
                        .stream()
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"100,0,999,0", "100,999,999,100", "100,1,999,1", "100,500,999,51", "7,1,2,4",
            "7,1000,999,7", "1,1,1000000,1",
            "9223372036854775807,9223372036854775807,9223372036854775807,9223372036854775807"})
    void as_much_is_taken_back_as_money_went_back_rounded_up(
            long granted, long back, long paid, long taken) {
        assertThat(Reversal.target(new Credits(granted), back, paid)).isEqualTo(new Credits(taken));
    }

    @Test
    void what_is_left_of_the_purchase_goes_first() {
        var gift = house.granted(ada, Grant.of(Source.PROMOTION, new Credits(50)));
        var purchase = house.granted(ada, 100);

        assertThat(reversed(purchase, 1, 1)).isInstanceOf(Posted.class);

        balance(50, 0, 0);
        assertThat(grant(gift).left()).isEqualTo(new Credits(50));
        assertThat(grant(purchase).takenBack()).isEqualTo(new Credits(100));
    }

    @Test
    void then_other_grants_in_spending_order_and_then_it_is_owed() {
        var purchase = house.granted(ada, 100);
        spent(80);
        var later = house.granted(ada, Grant.of(Source.PURCHASE, new Credits(10)));
        var gift = house.granted(ada, Grant.of(Source.PROMOTION, new Credits(10)));

        reversed(purchase, 35, 100);

        balance(5, 0, 0);
        assertThat(grant(gift).left()).isEqualTo(Credits.NONE);
        assertThat(grant(later).left()).isEqualTo(new Credits(5));

        reversed(purchase, 100, 100);

        balance(0, 0, 60);
    }

    @Test
    void only_the_difference_to_what_was_taken_is_posted() {
        var purchase = house.granted(ada, 100);
        reversed(purchase, 30, 100);

        assertThat(reversed(purchase, 30, 100)).isEqualTo(new NothingToMove(new Credits(30)));

        reversed(purchase, 50, 100);

        balance(50, 0, 0);
    }

    @Test
    void a_dispute_that_was_won_gives_it_back_to_the_purchase() {
        var purchase = house.granted(ada, 100);
        spent(80);
        reversed(purchase, 100, 100);
        balance(0, 0, 80);

        assertThat(reversed(purchase, 0, 100)).isInstanceOf(Posted.class);

        balance(20, 0, 0);
        assertThat(grant(purchase).left()).isEqualTo(new Credits(20));
        assertThat(grant(purchase).takenBack()).isEqualTo(Credits.NONE);
    }

    @Test
    void the_same_reversal_again_changes_nothing() {
        var purchase = house.granted(ada, 100);
        var id = house.samples.transfer();
        reversed(id, purchase, 30, 100);

        assertThat(reversed(id, purchase, 30, 100)).isInstanceOf(AlreadyPosted.class);
        balance(70, 0, 0);
    }

    @Test
    void an_id_of_another_move_does_not_pass_for_a_reversal() {
        var purchase = house.granted(ada, 100);
        var other = house.granted(ada, 10);
        var id = house.samples.transfer();
        reversed(id, purchase, 30, 100);

        assertThatThrownBy(() -> reversed(other, purchase, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reversed(id, other, 30, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_nobody_granted_cannot_be_taken_back() {
        var nothing = house.samples.transfer();

        assertThat(reversed(nothing, 1, 1)).isEqualTo(new NoSuchGrant(nothing));
    }

    @Test
    void a_part_of_no_payment_is_a_bug() {
        var purchase = house.granted(ada, 100);

        assertThatThrownBy(() -> reversed(purchase, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reversed(purchase, -1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_owes_spends_nothing() {
        var purchase = house.granted(ada, 100);
        spent(100);
        reversed(purchase, 40, 100);

        assertThat(ledger.hold(house.samples.transfer(), ada, new Credits(1),
                new About("test", ada.value()))).isEqualTo(new InDebt(new Credits(40)));
    }

    @Test
    void a_grant_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        spent(100);
        reversed(purchase, 40, 100);

        house.granted(ada, 25);
        balance(0, 0, 15);

        house.granted(ada, 25);
        balance(10, 0, 0);
    }

    @Test
    void a_release_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var hold = held(100);
        reversed(purchase, 40, 100);
        balance(0, 100, 40);

        ledger.release(house.samples.transfer(), ada, hold);

        balance(60, 0, 0);
    }

    @Test
    void the_rest_of_a_capture_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var hold = held(100);
        reversed(purchase, 40, 100);

        ledger.capture(house.samples.transfer(), ada, hold, new Credits(70));

        balance(0, 0, 10);
    }

    @Test
    void a_refund_settles_the_debt_first() {
        var purchase = house.granted(ada, 100);
        var capture = spent(100);
        reversed(purchase, 40, 100);

        ledger.refund(house.samples.transfer(), ada, capture, new Credits(50), DISPUTED);

        balance(10, 0, 0);
    }

    @Test
    void a_purchase_that_expired_is_taken_back_from_other_grants() {
        var purchase = house.granted(ada, Grant.of(Source.PURCHASE, new Credits(100))
                .expiring(house.clock.instant().plusSeconds(1)));
        house.granted(ada, 30);
        house.clock.pass(Duration.ofSeconds(1));

        reversed(purchase, 1, 1);

        balance(0, 0, 70);
    }

    /** Things that happen to a customer once, in any order, with ids of their own. */
    private List<Runnable> happenings(
            House somewhere, CustomerId bob, TransferId purchase,
            TransferId hold, TransferId capture) {
        var desk = somewhere.makegood.ledger();
        return List.of(
                () -> desk.reverse(TransferId.of("a third", bob), bob, purchase, 1, 3, DISPUTED),
                () -> desk.grant(TransferId.of("gift", bob), bob, Grant.signup(new Credits(20))),
                () -> desk.release(TransferId.of("release", bob), bob, hold),
                () -> desk.refund(TransferId.of("refund", bob), bob, capture, new Credits(15),
                        DISPUTED));
    }

    @Test
    void whatever_order_things_happen_in_the_balance_is_the_same() {
        for (var order : permutations(List.of(0, 1, 2, 3))) {
            var somewhere = House.inMemory();
            var bob = somewhere.samples.customer();
            var purchase = somewhere.granted(bob, 90);
            var hold = somewhere.samples.transfer();
            var capture = somewhere.samples.transfer();
            var desk = somewhere.makegood.ledger();
            var about = new About("test", bob.value());
            var paid = TransferId.of("paid", bob);
            desk.hold(paid, bob, new Credits(70), about);
            desk.capture(capture, bob, paid, new Credits(70));
            desk.hold(hold, bob, new Credits(20), about);

            var happenings = happenings(somewhere, bob, purchase, hold, capture);
            order.forEach(which -> happenings.get(which).run());

            assertThat(somewhere.storage.statements().wallet(bob).balances())
                    .as("in the order %s", order)
                    .isEqualTo(new Balances(new Credits(25), Credits.NONE, Credits.NONE));
            assertThat(somewhere.makegood.audit().findings(bob)).as("in the order %s", order)
                    .isEmpty();
        }
    }

    @Test
    void notices_of_the_same_money_in_any_order_take_back_as_much() {
        for (var order : permutations(List.of(20L, 50L, 100L))) {
            var somewhere = House.inMemory();
            var bob = somewhere.samples.customer();
            var purchase = somewhere.granted(bob, 100);
            long known = 0;
            for (long back : order) {
                known = Math.max(known, back);
                var unused = somewhere.makegood.ledger()
                        .reverse(TransferId.of("back " + back, bob), bob, purchase, known, 100,
                                DISPUTED);
            }

            assertThat(somewhere.available(bob)).as("in the order %s", order).isZero();
            assertThat(somewhere.makegood.audit().findings(bob)).isEmpty();
        }
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (var first : all) {
            var others = new ArrayList<>(all);
            others.remove(first);
            permutations(others).forEach(rest -> {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            });
        }
        return orders;
    }
}
