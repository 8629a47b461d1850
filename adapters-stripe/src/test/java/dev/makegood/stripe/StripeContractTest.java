package dev.makegood.stripe;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGatewayContract;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.Fault;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class StripeContractTest extends PaymentGatewayContract {

    private static final String KEY = "sk_test_nobody_may_see_this_0123";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeStripe fake = new FakeStripe(clock, KEY, "whsec_nobody_may_see_this");
    private final Stripe stripe = new Stripe(
            StripeSettings.of(KEY, List.of("whsec_nobody_may_see_this"))
                    .at(fake.address())
                    .waiting(Duration.ofSeconds(10), 0),
            clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return stripe;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected Money price() {
        return Money.of(114_818, "EUR");
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
        fake.tick();
    }

    @Override
    protected void pay(GatewayRef checkout) {
        fake.pay(checkout.id());
    }

    /** A card that is refused leaves the session open; only a way that takes days fails for good. */
    @Override
    protected void refuse(GatewayRef checkout) {
        fake.submit(checkout.id());
        fake.settle(checkout.id(), false);
    }

    @Override
    protected void abandon(GatewayRef checkout) {
        pass(Duration.ofHours(24));
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.next(Fault.BAD_GATEWAY);
    }

    @Override
    protected void breakAtTheNextCall() {
        fake.next(Fault.UNAVAILABLE);
    }

    @Override
    protected void refuseTheNextWish() {
        fake.nextWish(Fault.DECLINED);
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
        fake.holdRefunds(true);
    }

    @Override
    protected void endRefunds(boolean well) {
        fake.settleRefunds(well);
    }

    @Override
    protected String refundWithoutUs(GatewayRef paid, Money amount) {
        var session = fake.sessions().getLast().path("id").stringValue();
        return fake.refund(session, amount.minor());
    }

    @Override
    protected void changeTheSecret() {
        fake.rotateKeyTo("sk_test_another");
    }

    @Override
    protected String secret() {
        return KEY;
    }
}
