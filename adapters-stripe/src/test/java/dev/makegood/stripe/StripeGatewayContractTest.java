package dev.makegood.stripe;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGatewayContract;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class StripeGatewayContractTest extends PaymentGatewayContract {

    private static final String KEY = "sk_test_a_key_that_may_not_be_seen_0123";

    private final FakeStripe fake =
            new FakeStripe(clock, KEY, "whsec_a_secret_that_may_not_be_seen");
    private final StripeGateway stripeGateway = new StripeGateway(
            StripeSettings.of(KEY, List.of("whsec_a_secret_that_may_not_be_seen"))
                    .withBaseUrl(fake.baseUrl())
                    .withTimeoutAndRetries(Duration.ofSeconds(10), 0),
            clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return stripeGateway;
    }

    @Override
    protected Money price() {
        return Money.of(114_818, "EUR");
    }

    @Override
    protected void tick() {
        fake.tick();
    }

    @Override
    protected void pay(GatewayRef checkout) {
        fake.pay(checkout.id());
    }

    /** A card that is refused leaves the session open; only a delayed method fails for good. */
    @Override
    protected void refuse(GatewayRef checkout) {
        fake.submit(checkout.id());
        fake.settle(checkout.id(), false);
    }

    @Override
    protected boolean submit(GatewayRef checkout) {
        fake.submit(checkout.id());
        return true;
    }

    @Override
    protected void abandon(GatewayRef checkout) {
        pass(Duration.ofHours(24));
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.failNext(StripeFault.BAD_GATEWAY);
    }

    @Override
    protected void breakAtTheNextCall() {
        fake.failNext(StripeFault.UNAVAILABLE);
    }

    @Override
    protected void refuseTheNextRequest() {
        fake.failNextPost(StripeFault.DECLINED);
    }

    @Override
    protected int checkoutsMade() {
        return fake.sessions().size();
    }

    @Override
    protected int refundsMade() {
        return fake.refunds().size();
    }

    @Override
    protected void keepRefundsPending() {
        fake.keepRefundsPending(true);
    }

    @Override
    protected void endRefunds(boolean well) {
        fake.settleRefunds(well);
    }

    @Override
    protected String refundWithoutUs(GatewayRef paid, Money amount) {
        var session = fake.sessions().getLast().path("id").stringValue();
        return fake.refund(session, amount.minorUnits());
    }

    @Override
    protected void changeTheSecret() {
        fake.rotateKey("sk_test_another");
    }

    @Override
    protected String secret() {
        return KEY;
    }
}
