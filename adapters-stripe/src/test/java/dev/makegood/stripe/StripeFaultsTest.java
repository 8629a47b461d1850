package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Returned;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.stripe.fake.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class StripeFaultsTest extends AtStripe {

    private final Stripe hasty = new Stripe(settings.waiting(Duration.ofMillis(300), 0), clock);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "WRONG_ID", "DECLINED", "ECHO", "FORBIDDEN",
            "BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_opening_that_met_a_fault_is_unknown_and_then_made_once(Fault fault) {
        var bill = aBill();
        var before = fake.sessions().size();
        fake.next(fault);

        assertThat(hasty.open(bill)).isInstanceOf(Unknown.class);

        assertThat(stripe.open(bill)).isInstanceOf(Opened.class);
        assertThat(fake.sessions()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_error_that_stripe_keeps_for_a_day_does_not_keep_the_customer_waiting(Fault fault) {
        var bill = aBill();
        fake.next(fault);

        assertThat(stripe.open(bill)).isInstanceOf(Unknown.class);
        var first = opened(bill);

        assertThat(opened(bill)).isEqualTo(first);
        assertThat(fake.calls().getLast().headers())
                .containsEntry("idempotency-key", "open-" + bill.id() + "-again");
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_error_that_stripe_keeps_for_a_day_gives_nothing_back_twice(Fault fault) {
        var bill = aBill();
        var order = order("kept-" + fault, bill, paid(bill), 100);
        var before = fake.refunds().size();
        fake.nextWish(fault);
        for (int hour = 0; hour < 26; hour++) {
            assertThat(stripe.giveBack(order)).isInstanceOfAny(Unknown.class, Returning.class);
            clock.pass(Duration.ofHours(1));
        }

        assertThat(stripe.giveBack(order)).isInstanceOf(Returning.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "WRONG_ID", "DECLINED", "ECHO", "FORBIDDEN",
            "BROKEN_AFTER", "BROKEN_BEFORE"})
    void a_refund_that_met_a_fault_is_unknown_and_then_made_once(Fault fault) {
        var bill = aBill();
        var order = order("fault-" + fault, bill, paid(bill), 100);
        var before = fake.refunds().size();
        fake.nextWish(fault);

        assertThat(hasty.giveBack(order)).isInstanceOf(Unknown.class);

        assertThat(stripe.giveBack(order)).isInstanceOf(Returning.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "FORBIDDEN",
            "LOSE_ANSWER", "CUT_BEFORE"}) // a question that was cut off is asked again by the JDK
    void a_look_that_met_a_fault_says_nothing(Fault fault) {
        var session = paid(aBill());
        fake.next(fault);

        assertThat(hasty.look(ref(session))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "ECHO"})
    void a_definite_no_is_declined_and_repeats_no_secret(Fault fault) {
        var bill = aBill();
        var session = paid(bill);

        fake.next(fault);
        assertThat(stripe.open(aBill())).isInstanceOfSatisfying(PaymentGateway.Declined.class,
                declined -> assertThat(declined.why()).isNotBlank().doesNotContain(KEY));
        fake.nextWish(fault);
        assertThat(stripe.giveBack(order("no", bill, session, 100)))
                .isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void a_key_that_may_not_do_this_decides_nothing_and_stays_secret() {
        var bill = aBill();
        fake.next(Fault.FORBIDDEN);

        assertThat(stripe.open(bill)).isInstanceOfSatisfying(Unknown.class,
                unknown -> assertThat(unknown.why()).contains("403").doesNotContain(KEY));
        assertThat(stripe.open(bill)).isInstanceOf(Opened.class);
        assertThat(settings.toString()).doesNotContain(KEY).doesNotContain(SECRET);
        assertThatThrownBy(() -> StripeSettings.of("sk_live_\n", List.of(SECRET)))
                .hasMessageNotContaining("sk_live_");
    }

    @Test
    void a_call_is_repeated_at_once_as_often_as_we_say_and_not_when_stripe_says_no() {
        var patient = new Stripe(settings.waiting(Duration.ofSeconds(10), 1), clock);

        assertThat(callsOf(patient, Fault.UNAVAILABLE)).isEqualTo(2);
        assertThat(callsOf(patient, Fault.IN_FLIGHT)).isEqualTo(2);
        assertThat(callsOf(patient, Fault.SHOULD_RETRY)).isEqualTo(2);
        assertThat(callsOf(patient, Fault.SHOULD_NOT_RETRY)).isEqualTo(1);
        assertThat(callsOf(patient, Fault.TOO_MANY)).isEqualTo(1);
        assertThat(callsOf(stripe, Fault.UNAVAILABLE)).isEqualTo(1);
    }

    private int callsOf(Stripe gateway, Fault fault) {
        var before = fake.calls().size();
        fake.next(fault);
        var unused = gateway.open(aBill());
        return fake.calls().size() - before;
    }

    @Test
    void nobody_at_the_address_is_unknown() {
        var alone = new Stripe(settings.at(URI.create("http://127.0.0.1:9")), clock);

        assertThat(alone.open(aBill())).isInstanceOf(Unknown.class);
        assertThat(alone.look(ref("cs_test_1"))).isInstanceOf(Unknown.class);
    }

    @Test
    void two_at_once_with_one_key_make_one() throws Exception {
        var bill = aBill();
        var order = order("at-once", bill, paid(bill), 100);
        var before = fake.refunds().size();

        var first = CompletableFuture.supplyAsync(() -> stripe.giveBack(order));
        var second = CompletableFuture.supplyAsync(() -> stripe.giveBack(order));

        assertThat(List.<Returned>of(first.get(), second.get()))
                .anyMatch(Returning.class::isInstance)
                .allMatch(it -> it instanceof Returning || it instanceof Unknown);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void whatever_faults_the_dice_throw_nothing_goes_back_twice(long seed) {
        var dice = new Random(seed);
        var faults = List.of(Fault.NONE, Fault.LOSE_ANSWER, Fault.BROKEN_AFTER, Fault.BAD_GATEWAY,
                Fault.GARBAGE, Fault.CUT_SHORT, Fault.BROKEN_BEFORE, Fault.EMPTY_ERROR,
                Fault.UNAVAILABLE, Fault.CUT_BEFORE, Fault.TOO_MANY, Fault.IN_FLIGHT,
                Fault.REDIRECT);
        for (int round = 0; round < 10; round++) {
            fake.faultsFrom(() -> Fault.NONE);
            var bill = aBill();
            var order = order("dice-" + seed + "-" + round, bill, paid(bill), 100);
            var before = fake.refunds().size();
            fake.faultsFrom(() -> faults.get(dice.nextInt(faults.size())));
            for (int step = 0; step < 12; step++) {
                assertThat(stripe.giveBack(order)).as("seed %d round %d step %d", seed, round, step)
                        .isInstanceOfAny(Unknown.class, Returning.class);
                clock.pass(Duration.ofHours(dice.nextInt(30)));
            }
            assertThat(fake.refunds().size() - before).as("seed %d round %d", seed, round)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void nothing_secret_is_logged() {
        var lines = new StringBuilder();
        var handler = new java.util.logging.StreamHandler() {
            @Override
            public synchronized void publish(java.util.logging.LogRecord line) {
                lines.append(line.getMessage());
            }
        };
        var root = Logger.getLogger("");
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            fake.next(Fault.ECHO);
            var unused = stripe.open(aBill());
        } finally {
            root.removeHandler(handler);
        }

        assertThat(lines.toString()).doesNotContain(KEY).doesNotContain(SECRET);
    }
}
