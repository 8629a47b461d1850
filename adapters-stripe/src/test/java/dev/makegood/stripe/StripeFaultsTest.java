package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.RefundResult;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.stripe.fake.StripeFault;
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

class StripeFaultsTest extends StripeFixture {

    private final StripeGateway withShortTimeout =
            new StripeGateway(settings.withTimeoutAndRetries(Duration.ofMillis(300), 0), clock);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "WRONG_ID", "DECLINED", "ECHO", "FORBIDDEN",
            "BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_opening_that_met_a_fault_is_unknown_and_then_made_once(StripeFault fault) {
        var details = newPayment();
        var before = fake.sessions().size();
        fake.failNext(fault);

        assertThat(withShortTimeout.open(details)).isInstanceOf(Unknown.class);

        assertThat(stripeGateway.open(details)).isInstanceOf(Opened.class);
        assertThat(fake.sessions()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_error_that_stripe_replays_for_a_day_does_not_keep_the_customer_waiting(
            StripeFault fault) {
        var details = newPayment();
        fake.failNext(fault);

        assertThat(stripeGateway.open(details)).isInstanceOf(Unknown.class);
        var first = openCheckout(details);

        assertThat(openCheckout(details)).isEqualTo(first);
        assertThat(fake.requests().getLast().headers())
                .containsEntry("idempotency-key", "checkout-" + details.id() + "-retry");
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AFTER", "BROKEN_BEFORE"})
    void an_error_that_stripe_replays_for_a_day_refunds_nothing_twice(StripeFault fault) {
        var details = newPayment();
        var instruction = instruction("kept-" + fault, details, paySession(details), 100);
        var before = fake.refunds().size();
        fake.failNextPost(fault);
        for (int hour = 0; hour < 26; hour++) {
            assertThat(stripeGateway.refund(instruction)).isInstanceOfAny(Unknown.class,
                    RefundAccepted.class);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "WRONG_ID", "DECLINED", "ECHO", "FORBIDDEN",
            "BROKEN_AFTER", "BROKEN_BEFORE"})
    void a_refund_that_met_a_fault_is_unknown_and_then_made_once(StripeFault fault) {
        var details = newPayment();
        var instruction = instruction("fault-" + fault, details, paySession(details), 100);
        var before = fake.refunds().size();
        fake.failNextPost(fault);

        assertThat(withShortTimeout.refund(instruction)).isInstanceOf(Unknown.class);

        assertThat(stripeGateway.refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NONE", "FORBIDDEN",
            "LOSE_ANSWER", "CUT_BEFORE"}) // a GET that was cut off is sent again by the JDK
    void a_poll_that_met_a_fault_is_unknown(StripeFault fault) {
        var session = paySession(newPayment());
        fake.failNext(fault);

        assertThat(withShortTimeout.poll(ref(session))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "ECHO"})
    void a_definite_no_is_declined_and_repeats_no_secret(StripeFault fault) {
        var details = newPayment();
        var session = paySession(details);

        fake.failNext(fault);
        assertThat(stripeGateway.open(newPayment())).isInstanceOfSatisfying(
                PaymentGateway.Declined.class,
                declined -> assertThat(declined.why()).isNotBlank().doesNotContain(KEY));
        fake.failNextPost(fault);
        assertThat(stripeGateway.refund(instruction("no", details, session, 100)))
                .isInstanceOf(PaymentGateway.Declined.class);
    }

    @Test
    void what_is_no_secret_of_stripe_is_refused_at_the_start() {
        for (var notSecret : List.of("pk_test_0123456789", "pk_live_0123456789", "whsec_0123456789",
                "0123456789", "sk_", "SK_test_0123456789")) {
            assertThatThrownBy(() -> StripeSettings.of(notSecret, List.of(SECRET))).as(notSecret)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sk_")
                    .hasMessageNotContaining("0123456789");
        }
        assertThatThrownBy(() -> StripeSettings.of("pk_test_0123456789", List.of(SECRET)))
                .hasMessageContaining("publishable");
        for (var notSecret : List.of("sk_test_0123456789", "we_0123456789", "0123456789", "whsec_",
                "https://shop.example/webhook")) {
            assertThatThrownBy(() -> StripeSettings.of(KEY, List.of(SECRET, notSecret)))
                    .as(notSecret)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("whsec_")
                    .hasMessageNotContaining("0123456789");
        }
        assertThat(StripeSettings.of("rk_live_0123456789", List.of(SECRET)).toString())
                .doesNotContain("0123456789");
    }

    @Test
    void a_key_that_may_not_do_this_decides_nothing_and_stays_secret() {
        var details = newPayment();
        fake.failNext(StripeFault.FORBIDDEN);

        assertThat(stripeGateway.open(details)).isInstanceOfSatisfying(Unknown.class,
                unknown -> assertThat(unknown.why()).contains("403").doesNotContain(KEY));
        assertThat(stripeGateway.open(details)).isInstanceOf(Opened.class);
        assertThat(settings.toString()).doesNotContain(KEY).doesNotContain(SECRET);
        assertThatThrownBy(() -> StripeSettings.of("sk_live_\n", List.of(SECRET)))
                .hasMessageNotContaining("sk_live_");
    }

    @Test
    void a_call_is_repeated_at_once_as_often_as_we_say_and_not_when_stripe_says_no() {
        var retrying =
                new StripeGateway(settings.withTimeoutAndRetries(Duration.ofSeconds(10), 1), clock);

        assertThat(callsOf(retrying, StripeFault.UNAVAILABLE)).isEqualTo(2);
        assertThat(callsOf(retrying, StripeFault.IN_FLIGHT)).isEqualTo(2);
        assertThat(callsOf(retrying, StripeFault.SHOULD_RETRY)).isEqualTo(2);
        assertThat(callsOf(retrying, StripeFault.SHOULD_NOT_RETRY)).isEqualTo(1);
        assertThat(callsOf(retrying, StripeFault.TOO_MANY)).isEqualTo(1);
        assertThat(callsOf(stripeGateway, StripeFault.UNAVAILABLE)).isEqualTo(1);
    }

    private int callsOf(StripeGateway gateway, StripeFault fault) {
        var before = fake.requests().size();
        fake.failNext(fault);
        var unused = gateway.open(newPayment());
        return fake.requests().size() - before;
    }

    @Test
    void an_address_without_a_server_is_unknown() {
        var unreachable =
                new StripeGateway(settings.withBaseUrl(URI.create("http://127.0.0.1:9")), clock);

        assertThat(unreachable.open(newPayment())).isInstanceOf(Unknown.class);
        assertThat(unreachable.poll(ref("cs_test_1"))).isInstanceOf(Unknown.class);
    }

    @Test
    void two_at_once_with_one_key_make_one() throws Exception {
        var details = newPayment();
        var instruction = instruction("at-once", details, paySession(details), 100);
        var before = fake.refunds().size();

        var first = CompletableFuture.supplyAsync(() -> stripeGateway.refund(instruction));
        var second = CompletableFuture.supplyAsync(() -> stripeGateway.refund(instruction));

        assertThat(List.<RefundResult>of(first.get(), second.get()))
                .anyMatch(RefundAccepted.class::isInstance)
                .allMatch(it -> it instanceof RefundAccepted || it instanceof Unknown);
        assertThat(fake.refunds()).hasSize(before + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void under_any_faults_of_the_dice_nothing_is_refunded_twice(long seed) {
        var dice = new Random(seed);
        var faults = List.of(StripeFault.NONE, StripeFault.LOSE_ANSWER, StripeFault.BROKEN_AFTER,
                StripeFault.BAD_GATEWAY,
                StripeFault.GARBAGE, StripeFault.CUT_SHORT, StripeFault.BROKEN_BEFORE,
                StripeFault.EMPTY_ERROR,
                StripeFault.UNAVAILABLE, StripeFault.CUT_BEFORE, StripeFault.TOO_MANY,
                StripeFault.IN_FLIGHT,
                StripeFault.REDIRECT);
        for (int round = 0; round < 10; round++) {
            fake.drawFaultsFrom(() -> StripeFault.NONE);
            var details = newPayment();
            var instruction =
                    instruction("dice-" + seed + "-" + round, details, paySession(details), 100);
            var before = fake.refunds().size();
            fake.drawFaultsFrom(() -> faults.get(dice.nextInt(faults.size())));
            for (int step = 0; step < 12; step++) {
                assertThat(stripeGateway.refund(instruction))
                        .as("seed %d round %d step %d", seed, round, step)
                        .isInstanceOfAny(Unknown.class, RefundAccepted.class);
                clock.advance(Duration.ofHours(dice.nextInt(30)));
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
            fake.failNext(StripeFault.ECHO);
            var unused = stripeGateway.open(newPayment());
        } finally {
            root.removeHandler(handler);
        }

        assertThat(lines.toString()).doesNotContain(KEY).doesNotContain(SECRET);
    }
}
