package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RefundsTest {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void money_is_given_back_with_our_key_in_two_places() {
        var order = order("6a1b-key", 5_000);

        assertThat(world.gateway.giveBack(order)).isInstanceOf(Returning.class);

        assertThat(world.fake.wishes().getLast().key()).isEqualTo("6a1b-key");
        assertThat(world.lastWish()).isEqualTo(Answer.JSON.readTree("""
                {"payment_id":"%s","amount":{"value":"50.00","currency":"RUB"},
                 "description":"refund (makegood 6a1b-key)"}
                """.formatted(order.paid().id())));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "REFUSE", "UNAUTHORIZED", "FORBIDDEN", "WRONG_ID", "NO_CONFIRMATION"})
    void an_answer_that_tells_nothing_is_unknown_and_gives_back_once(Fault fault) {
        var order = order("once", 5_000);
        world.fake.stage().nextWish(fault);

        var first = world.gateway.giveBack(order);
        world.pass(Duration.ofDays(2));
        var second = world.gateway.giveBack(order);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isInstanceOf(Returning.class);
        assertThat(world.fake.refunds()).hasSize(1);
    }

    @Test
    void an_order_in_other_words_is_found_under_its_key() {
        var order = order("same", 5_000);
        assertThat(world.gateway.giveBack(order)).isInstanceOf(Returning.class);
        world.fake.readsLagBehind(Duration.ofMinutes(1));

        var other = world.order("same", world.bill(), order.paid(), 6_000);

        assertThat(world.gateway.giveBack(other)).isInstanceOf(Unknown.class);
        assertThat(world.fake.refunds()).hasSize(1);
    }

    @Test
    void a_refund_that_ends_canceled_without_a_notice_is_found_by_looking() {
        world.fake.post().hold();
        var order = order("quiet", 5_000);
        world.fake.keepRefundsPending();
        assertThat(world.gateway.giveBack(order)).isInstanceOf(Returning.class);
        int letters = world.fake.post().letters().size();

        world.fake.cancelRefunds("rejected_by_payee");

        assertThat(world.fake.post().letters()).hasSize(letters);
        assertThat(refunds(order.paid()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple("quiet", order.amount(), State.FAILED));
        assertThat(world.gateway.giveBack(order)).isEqualTo(new Declined("rejected_by_payee"));
    }

    @Test
    void a_shop_that_took_too_little_today_gives_nothing_back() {
        var order = order("short", 5_000);
        world.fake.shortOfMoney(true);

        assertThat(world.gateway.giveBack(order)).isEqualTo(new Declined("insufficient_funds"));

        world.fake.shortOfMoney(false);
        assertThat(world.gateway.giveBack(world.order("another key", world.bill(), order.paid(),
                5_000))).isInstanceOf(Returning.class);
    }

    @Test
    void money_that_waits_to_be_given_back_in_the_cabinet_is_told_when_it_is_certain() {
        var paid = world.paid(world.bill());
        world.fake.keepRefundsPending();
        var theirs = world.fake.refundInTheCabinet(paid.id(), Money.of(500, "RUB"));
        assertThat(refunds(paid)).isEmpty();

        world.fake.endRefunds();

        assertThat(refunds(paid))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple(theirs, Money.of(500, "RUB"), State.SUCCEEDED));
    }

    @Test
    void what_cannot_be_given_back_is_declined() {
        var bill = world.bill();
        var unpaid = world.opened(bill).ref();
        var cash = world.opened(world.bill()).ref();
        world.fake.pay(cash.id(), "cash");
        var old = world.paid(world.bill());
        world.pass(Duration.ofDays(3 * 366));

        for (var ref : List.of(unpaid, cash, old)) {
            assertThat(world.gateway.giveBack(world.order("k" + ref, bill, ref, 100)))
                    .isInstanceOf(Declined.class);
        }
        assertThat(world.fake.refunds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a key with blanks", "\u043A\u043B\u044E\u0447",
            "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void every_key_of_ours_comes_back_as_it_was(String key) {
        var order = order(key, 5_000);

        assertThat(world.gateway.giveBack(order)).isInstanceOf(Returning.class);

        assertThat(world.fake.wishes().getLast().key()).hasSizeLessThanOrEqualTo(64);
        assertThat(refunds(order.paid())).extracting(PaymentRefund::key).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void a_key_that_cannot_be_carried_is_a_bug(String key) {
        var order = order(key, 5_000);

        assertThatThrownBy(() -> {
            var unused = world.gateway.giveBack(order);
        }).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_reason_is_cut_and_the_key_stays() {
        var order = order("key", 5_000);
        var wordy = new RefundOrder("key", order.bill(), order.paid(), order.amount(),
                "because ".repeat(60), order.at());

        assertThat(world.gateway.giveBack(wordy)).isInstanceOf(Returning.class);

        assertThat(world.lastWish().path("description").stringValue()).hasSize(250);
        assertThat(refunds(order.paid())).extracting(PaymentRefund::key).containsExactly("key");
    }

    private RefundOrder order(String key, long kopecks) {
        var bill = world.bill();
        return world.order(key, bill, world.paid(bill), kopecks);
    }

    private List<PaymentRefund> refunds(GatewayRef paid) {
        return world.seen(paid)
                .stream()
                .filter(RefundIs.class::isInstance)
                .map(report -> ((RefundIs) report).refund())
                .toList();
    }
}
