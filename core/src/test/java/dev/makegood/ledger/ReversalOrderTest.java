package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.testing.MakegoodFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversalOrderTest {

    private static final Cause DISPUTED = Cause.rule("disputed");

    /** Things that happen to a customer once, in any order, with ids of their own. */
    private List<Runnable> steps(
            MakegoodFixture somewhere, CustomerId bob, TransferId purchase, TransferId hold,
            TransferId capture) {
        var desk = somewhere.makegood.ledger();
        return List.of(
                () -> desk.reverse(TransferId.of("a third", bob), bob, purchase, 1, 3, DISPUTED),
                () -> desk.grant(TransferId.of("gift", bob), bob, Grant.signup(new Credits(20))),
                () -> desk.release(TransferId.of("release", bob), bob, hold),
                () -> desk.refund(TransferId.of("refund", bob), bob, capture, new Credits(15),
                        DISPUTED));
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

    @Test
    void in_any_order_the_balance_is_the_same() {
        for (var order : permutations(List.of(0, 1, 2, 3))) {
            var somewhere = MakegoodFixture.inMemory();
            var bob = somewhere.samples.customer();
            var purchase = somewhere.grant(bob, 90);
            var hold = somewhere.samples.transfer();
            var capture = somewhere.samples.transfer();
            var desk = somewhere.makegood.ledger();
            var subject = new Subject("test", bob.value());
            var paid = TransferId.of("paid", bob);
            desk.hold(paid, bob, new Credits(70), subject);
            desk.capture(capture, bob, paid, new Credits(70));
            desk.hold(hold, bob, new Credits(20), subject);

            var happenings = steps(somewhere, bob, purchase, hold, capture);
            order.forEach(which -> happenings.get(which).run());

            assertThat(somewhere.storage.statements().wallet(bob).balances())
                    .as("in the order %s", order)
                    .isEqualTo(new AccountBalances(new Credits(25), Credits.NONE, Credits.NONE));
            assertThat(somewhere.makegood.audit().violations(bob)).as("in the order %s", order)
                    .isEmpty();
        }
    }

    @Test
    void notices_of_the_same_money_in_any_order_claw_back_as_much() {
        for (var order : permutations(List.of(20L, 50L, 100L))) {
            var somewhere = MakegoodFixture.inMemory();
            var bob = somewhere.samples.customer();
            var purchase = somewhere.grant(bob, 100);
            long known = 0;
            for (long back : order) {
                known = Math.max(known, back);
                var unused = somewhere.makegood.ledger()
                        .reverse(TransferId.of("back " + back, bob), bob, purchase, known, 100,
                                DISPUTED);
            }

            assertThat(somewhere.available(bob)).as("in the order %s", order).isZero();
            assertThat(somewhere.makegood.audit().violations(bob)).isEmpty();
        }
    }
}
