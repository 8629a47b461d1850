package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.PaymentSubmitted;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PaymentGateway} must do; extend it for yours, and let the hooks act on its
 * other side.
 *
 * <p>Time is moved by {@link #pass}, never waited for.
 */
public abstract class PaymentGatewayContract {

    private int paymentCount;

    /** The gateway under test. */
    protected abstract PaymentGateway gateway();

    /** The time by the clock that the gateway uses. */
    protected abstract Instant now();

    /** Advances that clock, and lets the other side work for so long. */
    protected abstract void pass(Duration time);

    /** Lets the customer pay there, at once and for good. */
    protected abstract void pay(GatewayRef checkout);

    /** Lets the customer's means of payment be refused there, for good. */
    protected abstract void refuse(GatewayRef checkout);

    /**
     * Lets the customer pay there by what his bank takes time for.
     *
     * @return whether this gateway tells it from a checkout that nobody has paid at
     */
    protected abstract boolean submit(GatewayRef checkout);

    /** Waits on the other side until the checkout cannot be paid any more. */
    protected abstract void abandon(GatewayRef checkout);

    /** Lets the other side do what the next call requests, and lose the answer on its way. */
    protected abstract void loseTheNextAnswer();

    /** Lets the other side break at the next call, before it did anything. */
    protected abstract void breakAtTheNextCall();

    /**
     * Lets the other side refuse the next call that opens a checkout or refunds, definitely.
     */
    protected abstract void refuseTheNextRequest();

    /** How many checkouts the other side has really made, ever. */
    protected abstract int checkoutsMade();

    /** How many refunds the other side has really accepted, ever. */
    protected abstract int refundsMade();

    /** Keeps refunds accepted from now on pending. */
    protected abstract void keepRefundsPending();

    /** Ends every pending refund there, as requested or failed. */
    protected abstract void endRefunds(boolean well);

    /** Refunds this much there, without us; answers the key that it will be reported with. */
    protected abstract String refundWithoutUs(GatewayRef paid, Money amount);

    /** Gives our account another secret there, so that ours is wrong. */
    protected abstract void changeTheSecret();

    /** Our secret, which must not appear in any text. */
    protected abstract String secret();

    @Test
    void a_payment_gets_a_link_where_it_is_not_paid_yet() {
        var checkout = opened(newDetails());

        assertThat(checkout.link()).startsWith("http");
        assertThat(checkout.ref().gateway()).isEqualTo(gateway().name());
        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(NotPaidYet.class);
    }

    @Test
    void what_the_bank_is_working_on_is_submitted_where_the_gateway_can_tell() {
        var checkout = opened(newDetails());

        boolean isTold = submit(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOf(isTold ? PaymentSubmitted.class : NotPaidYet.class);
    }

    @Test
    void a_payment_opened_again_is_the_same_checkout() {
        var details = newDetails();

        var first = opened(details);
        pass(Duration.ofMinutes(10));

        assertThat(opened(details).ref()).isEqualTo(first.ref());
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_payments_are_two_checkouts() {
        assertThat(opened(newDetails()).ref()).isNotEqualTo(opened(newDetails()).ref());
    }

    @Test
    void a_checkout_whose_answer_was_lost_is_found_and_never_made_twice() {
        var details = newDetails();
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().open(details)).isInstanceOf(Unknown.class);
            pass(Duration.ofMinutes(1));
        }

        assertThat(gateway().open(details)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_checkout_is_opened_again_after_their_side_broke() {
        var details = newDetails();
        breakAtTheNextCall();

        assertThat(gateway().open(details)).isInstanceOf(Unknown.class);
        assertThat(gateway().open(details)).isInstanceOf(Opened.class);
        assertThat(checkoutsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_payment_makes_no_checkout() {
        refuseTheNextRequest();

        assertThat(gateway().open(newDetails())).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).isNotBlank());
        assertThat(checkoutsMade()).isZero();
    }

    @Test
    void what_was_paid_is_reported_by_every_poll() {
        var details = newDetails();
        var checkout = opened(details);

        pay(checkout.ref());

        assertThat(received(checkout).paid().amount()).isEqualTo(details.amount());
        assertThat(received(checkout).paid().method()).isNotBlank();
        assertThat(received(checkout).at()).isBeforeOrEqualTo(now());
        assertThat(received(checkout).paid()).isEqualTo(received(checkout).paid());
    }

    @Test
    void money_that_was_paid_is_seen_under_its_own_name_too() {
        var paid = paid(newDetails());

        assertThat(seen(paid.ref())).contains(new PaymentReceived(paid));
    }

    @Test
    void a_means_of_payment_that_was_refused_is_seen_with_its_reason() {
        var checkout = opened(newDetails());

        refuse(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfSatisfying(GatewayReport.PaymentDeclined.class,
                        paymentDeclined -> assertThat(paymentDeclined.why()).isNotBlank());
    }

    @Test
    void an_unpaid_checkout_expires() {
        var checkout = opened(newDetails());

        abandon(checkout.ref());

        assertThat(seen(checkout.ref())).singleElement().isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void a_checkout_is_closed_or_seen_as_it_is() {
        var checkout = opened(newDetails());

        var poll = gateway().expire(checkout.ref());

        assertThat(poll).isInstanceOf(Polled.class);
        assertThat(seen(checkout.ref())).singleElement()
                .isInstanceOfAny(PaymentCancelled.class, NotPaidYet.class);
    }

    @Test
    void what_was_paid_cannot_be_closed_any_more() {
        var paid = paid(newDetails());

        assertThat(((Polled) gateway().expire(paid.ref())).reports())
                .contains(new PaymentReceived(paid));
    }

    @Test
    void capturing_what_was_paid_changes_nothing() {
        var details = newDetails();
        var paid = paid(details);

        assertThat(((Polled) gateway().capture(paid.ref(), details)).reports())
                .contains(new PaymentReceived(paid))
                .noneMatch(PaymentAuthorised.class::isInstance);
    }

    @Test
    void a_poll_whose_answer_was_lost_is_not_an_end() {
        var checkout = opened(newDetails());
        loseTheNextAnswer();

        if (gateway().poll(checkout.ref()) instanceof Polled again) {
            assertThat(again.reports()).singleElement().isInstanceOf(NotPaidYet.class);
        }
    }

    @Test
    void a_refund_is_reported_with_our_key() {
        var instruction = instruction("first", paid(newDetails()), 50);

        var answer = gateway().refund(instruction);

        assertThat(answer).isInstanceOfSatisfying(RefundAccepted.class, refundAccepted -> {
            assertThat(refundAccepted.refund().key()).isEqualTo(instruction.key());
            assertThat(refundAccepted.refund().amount()).isEqualTo(instruction.amount());
        });
        assertThat(refunds(instruction.paymentRef()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(
                        tuple(instruction.key(), instruction.amount(), RefundStatus.SUCCEEDED));
    }

    @Test
    void money_is_refunded_once_for_an_instruction() {
        var instruction = instruction("only", paid(newDetails()), 50);

        var first = gateway().refund(instruction);
        pass(Duration.ofMinutes(10));
        var second = gateway().refund(instruction);
        pass(Duration.ofDays(3));
        var third = gateway().refund(instruction);

        assertThat(List.of(first, second, third)).allMatch(RefundAccepted.class::isInstance);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_found() {
        var instruction = instruction("lost", paid(newDetails()), 50);
        for (int i = 0; i < 3; i++) {
            loseTheNextAnswer();
            assertThat(gateway().refund(instruction)).isInstanceOfAny(Unknown.class,
                    RefundAccepted.class);
        }

        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void money_is_refunded_after_their_side_broke() {
        var instruction = instruction("broke", paid(newDetails()), 50);
        breakAtTheNextCall();

        assertThat(gateway().refund(instruction)).isInstanceOf(Unknown.class);
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void two_equal_instructions_refund_twice() {
        var paid = paid(newDetails());

        assertThat(gateway().refund(instruction("one", paid, 40)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(gateway().refund(instruction("two", paid, 40)))
                .isInstanceOf(RefundAccepted.class);

        assertThat(refunds(paid.ref())).extracting(PaymentRefund::key)
                .containsExactlyInAnyOrder(key("one"), key("two"));
    }

    @Test
    void more_than_was_paid_is_never_refunded() {
        var paid = paid(newDetails());

        assertThat(gateway().refund(instruction("part", paid, 60)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(gateway().refund(instruction("too much", paid, 60)))
                .isInstanceOf(Declined.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refused_instruction_refunds_nothing() {
        var instruction = instruction("refused", paid(newDetails()), 50);
        refuseTheNextRequest();

        assertThat(gateway().refund(instruction)).isInstanceOf(Declined.class);
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_refund_is_pending_until_it_succeeds() {
        var instruction = instruction("slow", paid(newDetails()), 50);
        keepRefundsPending();
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);
        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::status)
                .containsExactly(RefundStatus.PENDING);

        endRefunds(true);

        assertThat(refunds(instruction.paymentRef())).extracting(PaymentRefund::status)
                .containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void a_refund_that_fails_in_the_end_is_seen_with_our_key() {
        var instruction = instruction("failing", paid(newDetails()), 50);
        keepRefundsPending();
        assertThat(gateway().refund(instruction)).isInstanceOf(RefundAccepted.class);

        endRefunds(false);

        assertThat(refunds(instruction.paymentRef()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(
                        tuple(instruction.key(), instruction.amount(), RefundStatus.FAILED));
        assertThat(gateway().refund(instruction)).isNotInstanceOf(Unknown.class);
        assertThat(refundsMade()).isEqualTo(1);
    }

    @Test
    void a_refund_made_without_us_is_reported_with_a_key_of_theirs() {
        var details = newDetails();
        var paid = paid(details);

        var key = refundWithoutUs(paid.ref(), part(details, 50));

        assertThat(refunds(paid.ref()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple(key, part(details, 50), RefundStatus.SUCCEEDED));
    }

    @Test
    void an_unknown_reference_is_answered_as_unknown() {
        for (var id : List.of("23d93cac-000f-5000-8000-126628f15141", "../unknown?payment=this#",
                "x".repeat(255), "http://example.com/", "%2e%2e")) {
            var unknown = new GatewayRef(gateway().name(), id);
            var instruction = instruction("strange",
                    new Payment.PaidMoney(unknown, price(), "card", now()), 50);

            assertThat(gateway().poll(unknown)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().expire(unknown)).as(id).isInstanceOf(Unknown.class);
            assertThat(gateway().capture(unknown, newDetails())).as(id)
                    .isInstanceOf(Unknown.class);
            assertThat(gateway().refund(instruction)).as(id)
                    .isInstanceOfAny(Unknown.class, Declined.class);
        }
        assertThat(refundsMade()).isZero();
    }

    @Test
    void a_wrong_secret_decides_nothing_and_stays_secret() {
        changeTheSecret();

        assertThat(gateway().open(newDetails())).isInstanceOf(Unknown.class)
                .asString()
                .doesNotContain(secret());
        assertThat(gateway().toString()).doesNotContain(secret());
        assertThat(checkoutsMade()).isZero();
    }

    /** The usual price of a payment here. */
    protected Money price() {
        return Money.of(19_900, "RUB");
    }

    /** A payment that is new everywhere. */
    protected PaymentDetails newDetails() {
        var id = new UUID(0x0000_7000_8000_0000L + ++paymentCount, 0x8000_0000_0000_0000L);
        return new PaymentDetails(new PaymentId(id),
                new CustomerId(new UUID(0x7000, 0x8000L << 48)), gateway().name(), price(),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE),
                "100 credits", new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/not-paid"),
                now());
    }

    /** Opens a payment that is expected to open. */
    protected Checkout opened(PaymentDetails details) {
        var openingResult = gateway().open(details);
        assertThat(openingResult).isInstanceOf(Opened.class);
        return ((Opened) openingResult).checkout();
    }

    /** Opens a payment and lets it be paid. */
    protected Payment.PaidMoney paid(PaymentDetails details) {
        var checkout = opened(details);
        pay(checkout.ref());
        return received(checkout).paid();
    }

    /** An instruction to refund this many hundredths of the usual price. */
    protected RefundInstruction instruction(String name, Payment.PaidMoney paid, int percent) {
        var details = newDetails();
        return new RefundInstruction(key(name), details, paid.ref(), part(details, percent),
                "refund", now());
    }

    /** What the gateway says of it now; it is expected to say something. */
    protected List<GatewayReport> seen(GatewayRef ref) {
        var poll = gateway().poll(ref);
        assertThat(poll).isInstanceOf(Polled.class);
        return ((Polled) poll).reports();
    }

    /** The refunds the gateway sees now. */
    protected List<PaymentRefund> refunds(GatewayRef paid) {
        return seen(paid).stream()
                .filter(RefundUpdated.class::isInstance)
                .map(report -> ((RefundUpdated) report).refund())
                .toList();
    }

    private PaymentReceived received(Checkout checkout) {
        return seen(checkout.ref()).stream()
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was paid at " + checkout.ref()));
    }

    private static Money part(PaymentDetails details, int percent) {
        return new Money(details.amount().minorUnits() * percent / 100,
                details.amount().currency());
    }

    private static String key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
