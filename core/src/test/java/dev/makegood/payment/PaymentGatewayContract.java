package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PaymentGateway} must do; extend it for yours, and let the hooks act on its other side.
 *
 * <p>Time is moved by {@link #pass}, never waited for.
 */
public abstract class PaymentGatewayContract {

    private int bills;

    /** The gateway under test. */
    protected abstract PaymentGateway gateway();

    /** The time by the clock that the gateway was given. */
    protected abstract Instant now();

    /** Moves that clock, and lets the other side work for so long. */
    protected abstract void pass(Duration time);

    /** Lets the customer pay there, at once and for good. */
    protected abstract void pay(GatewayRef checkout);

    /** Lets the customer's means of payment be refused there, for good. */
    protected abstract void refuse(GatewayRef checkout);

    /** Waits on the other side until nobody can pay there any more. */
    protected abstract void abandon(GatewayRef checkout);

    /** Lets the other side do what the next call asks, and lose the answer on its way. */
    protected abstract void loseTheNextAnswer();

    /** Lets the other side break at the next call, before it did anything. */
    protected abstract void breakAtTheNextCall();

    /** Lets the other side refuse the next call that asks for money or gives it back, definitely. */
    protected abstract void refuseTheNextWish();

    /** How many checkouts the other side has really made, ever. */
    protected abstract int checkoutsMade();

    /** How many refunds the other side has really accepted, ever. */
    protected abstract int refundsMade();

    /** Keeps refunds accepted from now on pending. */
    protected abstract void keepRefundsPending();

    /** Ends every pending refund there, as asked or not at all. */
    protected abstract void endRefunds(boolean well);

    /** Gives so much back there, without us; answers the key that it will be read with. */
    protected abstract String refundWithoutUs(GatewayRef paid, Money amount);

    /** Gives our shop another secret there, so that ours is wrong. */
    protected abstract void changeTheSecret();

    /** The secret of ours that nobody may read. */
    protected abstract String secret();

    @Test
    void a_bill_gets_a_link_where_nobody_has_paid_yet() {
        var checkout = opened(aBill());

        assertThat(checkout.link()).startsWith("http");
        assertThat(checkout.ref().gateway()).isEqualTo(gateway().name());
        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(NotPaidYet.class);
    }

    @Test
    void a_bill_opened_again_is_the_same_checkout() {
        var bill = aBill();

        var first = opened(bill);
        pass(Duration.ofMinutes(10));

        assertThat(opened(bill).ref()).isEqualTo(first.ref());
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_bills_are_two_checkouts() {
        assertThat(opened(aBill()).ref()).isNotEqualTo(opened(aBill()).ref());
    }

    @Test
    void a_checkout_whose_answer_was_lost_is_found_and_never_made_twice() {
        var bill = aBill();
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().open(bill)).isInstanceOf(Unknown.class);
            pass(Duration.ofMinutes(1));
        }

        assertThat(gateway().open(bill)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_checkout_is_asked_for_again_after_their_side_broke() {
        var bill = aBill();
        breakAtTheNextCall();

        assertThat(gateway().open(bill)).isInstanceOf(Unknown.class);
        assertThat(gateway().open(bill)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_bill_makes_no_checkout() {
        refuseTheNextWish();

        assertThat(gateway().open(aBill())).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).isNotBlank());
        assertThat(checkoutsMade()).isZero();
    }

    @Test
    void what_was_paid_is_seen_as_often_as_one_looks() {
        var bill = aBill();
        var checkout = opened(bill);

        pay(checkout.ref());

        assertThat(received(checkout).paid().amount()).isEqualTo(bill.amount());
        assertThat(received(checkout).paid().method()).isNotBlank();
        assertThat(received(checkout).at()).isBeforeOrEqualTo(now());
        assertThat(received(checkout).paid()).isEqualTo(received(checkout).paid());
    }

    @Test
    void money_that_was_paid_is_seen_under_its_own_name_too() {
        var paid = paid(aBill());

        assertThat(seen(paid.ref())).contains(new Received(paid));
    }

    @Test
    void a_means_of_payment_that_was_refused_is_seen_with_its_reason() {
        var checkout = opened(aBill());

        refuse(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfSatisfying(GatewayReport.Declined.class,
                        declined -> assertThat(declined.why()).isNotBlank());
    }

    @Test
    void a_checkout_nobody_paid_at_is_given_up() {
        var checkout = opened(aBill());

        abandon(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(GivenUp.class);
    }

    @Test
    void a_checkout_is_closed_or_seen_as_it_is() {
        var checkout = opened(aBill());

        var look = gateway().expire(checkout.ref());

        assertThat(look).isInstanceOf(Seen.class);
        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfAny(GivenUp.class, NotPaidYet.class);
    }

    @Test
    void what_was_paid_cannot_be_closed_any_more() {
        var paid = paid(aBill());

        assertThat(((Seen) gateway().expire(paid.ref())).reports()).contains(new Received(paid));
    }

    @Test
    void capturing_what_was_paid_changes_nothing() {
        var bill = aBill();
        var paid = paid(bill);

        assertThat(((Seen) gateway().capture(paid.ref(), bill)).reports())
                .contains(new Received(paid))
                .noneMatch(Authorised.class::isInstance);
    }

    @Test
    void a_look_whose_answer_was_lost_is_not_an_end() {
        var checkout = opened(aBill());
        loseTheNextAnswer();

        if (gateway().look(checkout.ref()) instanceof Seen again) {
            assertThat(again.reports()).singleElement().isInstanceOf(NotPaidYet.class);
        }
    }

    @Test
    void money_given_back_is_seen_with_our_key() {
        var order = order("first", paid(aBill()), 50);

        var answer = gateway().giveBack(order);

        assertThat(answer).isInstanceOfSatisfying(Returning.class, returning -> {
            assertThat(returning.refund().key()).isEqualTo(order.key());
            assertThat(returning.refund().amount()).isEqualTo(order.amount());
        });
        assertThat(refunds(order.paid()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple(order.key(), order.amount(), State.SUCCEEDED));
    }

    @Test
    void money_is_given_back_once_for_an_order() {
        var order = order("only", paid(aBill()), 50);

        var first = gateway().giveBack(order);
        pass(Duration.ofMinutes(10));
        var second = gateway().giveBack(order);
        pass(Duration.ofDays(3));
        var third = gateway().giveBack(order);

        assertThat(List.of(first, second, third)).allMatch(Returning.class::isInstance);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void money_given_back_whose_answer_was_lost_is_found() {
        var order = order("lost", paid(aBill()), 50);
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().giveBack(order)).isInstanceOfAny(Unknown.class, Returning.class);
        }

        assertThat(gateway().giveBack(order)).isInstanceOf(Returning.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void money_is_given_back_after_their_side_broke() {
        var order = order("broke", paid(aBill()), 50);
        breakAtTheNextCall();

        assertThat(gateway().giveBack(order)).isInstanceOf(Unknown.class);
        assertThat(gateway().giveBack(order)).isInstanceOf(Returning.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_orders_give_back_twice() {
        var paid = paid(aBill());

        assertThat(gateway().giveBack(order("one", paid, 40))).isInstanceOf(Returning.class);
        assertThat(gateway().giveBack(order("two", paid, 40))).isInstanceOf(Returning.class);

        assertThat(refunds(paid.ref())).extracting(PaymentRefund::key)
                .containsExactlyInAnyOrder(key("one"), key("two"));
    }

    @Test
    void more_than_was_paid_is_never_given_back() {
        var paid = paid(aBill());

        assertThat(gateway().giveBack(order("part", paid, 60))).isInstanceOf(Returning.class);
        assertThat(gateway().giveBack(order("too much", paid, 60))).isInstanceOf(Declined.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_order_gives_nothing_back() {
        var order = order("refused", paid(aBill()), 50);
        refuseTheNextWish();

        assertThat(gateway().giveBack(order)).isInstanceOf(Declined.class);
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_refund_is_pending_until_it_succeeds() {
        var order = order("slow", paid(aBill()), 50);
        keepRefundsPending();
        assertThat(gateway().giveBack(order)).isInstanceOf(Returning.class);
        assertThat(refunds(order.paid())).extracting(PaymentRefund::state)
                .containsExactly(State.PENDING);

        endRefunds(true);

        assertThat(refunds(order.paid())).extracting(PaymentRefund::state)
                .containsExactly(State.SUCCEEDED);
    }

    @Test
    void a_refund_that_fails_in_the_end_is_seen_with_our_key() {
        var order = order("failing", paid(aBill()), 50);
        keepRefundsPending();
        assertThat(gateway().giveBack(order)).isInstanceOf(Returning.class);

        endRefunds(false);

        assertThat(refunds(order.paid()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple(order.key(), order.amount(), State.FAILED));
        assertThat(gateway().giveBack(order)).isNotInstanceOf(Unknown.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void money_given_back_without_us_is_seen_with_a_key_of_theirs() {
        var bill = aBill();
        var paid = paid(bill);

        var key = refundWithoutUs(paid.ref(), part(bill, 50));

        assertThat(refunds(paid.ref()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple(key, part(bill, 50), State.SUCCEEDED));
    }

    @Test
    void what_nobody_there_knows_is_unknown() {
        for (var id : List.of("23d93cac-000f-5000-8000-126628f15141", "../nobody?knows=this#",
                "x".repeat(255), "http://example.com/", "%2e%2e")) {
            var stranger = new GatewayRef(gateway().name(), id);
            var order = order("strange", new Payment.Paid(stranger, price(), "card", now()), 50);

            assertThat(gateway().look(stranger)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().expire(stranger)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().capture(stranger, aBill())).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().giveBack(order)).as(id)
                    .isInstanceOfAny(Unknown.class, Declined.class);
        }
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_wrong_secret_decides_nothing_and_stays_secret() {
        changeTheSecret();

        assertThat(gateway().open(aBill())).isInstanceOf(Unknown.class)
                .asString()
                .doesNotContain(secret());
        assertThat(gateway().toString()).doesNotContain(secret());
        assertThat(checkoutsMade()).isZero();
    }

    /** What a bill here asks for. */
    protected Money price() {
        return Money.of(19_900, "RUB");
    }

    /** A bill that nobody has seen before. */
    protected Bill aBill() {
        var id = new UUID(0x0000_7000_8000_0000L + ++bills, 0x8000_0000_0000_0000L);
        return new Bill(new PaymentId(id), new CustomerId(new UUID(0x7000, 0x8000L << 48)),
                gateway().name(), price(), new Purpose.Pack("starter", new Credits(100),
                        Credits.NONE),
                "100 credits", new Bill.Return("https://example.com/paid",
                        "https://example.com/not-paid"),
                now());
    }

    /** Opens a bill that is expected to open. */
    protected Checkout opened(Bill bill) {
        var opening = gateway().open(bill);
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).checkout();
    }

    /** Opens a bill and lets it be paid. */
    protected Payment.Paid paid(Bill bill) {
        var checkout = opened(bill);
        pay(checkout.ref());
        return received(checkout).paid();
    }

    /** An order to give so many hundredths of the usual price back. */
    protected RefundOrder order(String name, Payment.Paid paid, int percent) {
        var bill = aBill();
        return new RefundOrder(key(name), bill, paid.ref(), part(bill, percent), "refund", now());
    }

    /** What the gateway says of it now; it is expected to say something. */
    protected List<GatewayReport> seen(GatewayRef ref) {
        var look = gateway().look(ref);
        assertThat(look).isInstanceOf(Seen.class);
        return ((Seen) look).reports();
    }

    /** The refunds the gateway sees now. */
    protected List<PaymentRefund> refunds(GatewayRef paid) {
        return seen(paid).stream()
                .filter(RefundIs.class::isInstance)
                .map(report -> ((RefundIs) report).refund())
                .toList();
    }

    private Received received(Checkout checkout) {
        return seen(checkout.ref()).stream()
                .filter(Received.class::isInstance)
                .map(Received.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was paid at " + checkout.ref()));
    }

    private static Money part(Bill bill, int percent) {
        return new Money(bill.amount().minor() * percent / 100, bill.amount().currency());
    }

    private static String key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
