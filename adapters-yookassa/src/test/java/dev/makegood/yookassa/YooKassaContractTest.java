package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGatewayContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class YooKassaContractTest extends PaymentGatewayContract {

    private static final String SECRET = "test_a-secret-that-nobody-may-see-0123";

    private final HandClock clock = new HandClock();
    private final Shop shop = new Shop("100500", SECRET);
    private final FakeYooKassa fake = new FakeYooKassa(clock, shop);
    private final YooKassa gateway = new YooKassa(Settings.of(shop).at(fake.address()), clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        clock.forward(time);
        fake.tick();
    }

    @Override
    protected void pay(GatewayRef checkout) {
        fake.pay(checkout.id());
    }

    @Override
    protected void refuse(GatewayRef checkout) {
        fake.cancel(checkout.id(), "payment_network", "insufficient_funds");
    }

    @Override
    protected void abandon(GatewayRef checkout) {
        pass(Duration.ofHours(1));
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.next(Fault.LOSE_ANSWER);
    }

    @Override
    protected void breakAtTheNextCall() {
        fake.next(Fault.BROKEN_BEFORE);
    }

    @Override
    protected void refuseTheNextWish() {
        fake.stage().nextWish(Fault.REFUSE);
    }

    @Override
    protected int checkoutsMade() {
        return fake.payments().size();
    }

    @Override
    protected int refundsMade() {
        return fake.refunds().size();
    }

    @Override
    protected void keepRefundsPending() {
        fake.keepRefundsPending();
    }

    @Override
    protected void endRefunds(boolean well) {
        if (well) {
            fake.endRefunds();
        } else {
            fake.cancelRefunds("rejected_by_payee");
        }
    }

    @Override
    protected String refundWithoutUs(GatewayRef paid, Money amount) {
        return fake.refundInTheCabinet(paid.id(), amount);
    }

    @Override
    protected void changeTheSecret() {
        fake.letIn(new Shop("100500", "test_another"));
    }

    @Override
    protected String secret() {
        return SECRET;
    }
}
