package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.testing.OtherSideTestBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A {@link PaymentGateway} under test, with its other side in our hands; extend {@link PaymentGatewayContract} for
 * yours.
 */
public abstract class GatewayOnBothSides extends OtherSideTestBase {

    private int paymentCount;

    /** The gateway under test. */
    protected abstract PaymentGateway gateway();

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

    PaymentReceived received(Checkout checkout) {
        return seen(checkout.ref()).stream()
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was paid at " + checkout.ref()));
    }

    static Money part(PaymentDetails details, int percent) {
        return new Money(details.amount().minorUnits() * percent / 100,
                details.amount().currency());
    }

    static String key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
