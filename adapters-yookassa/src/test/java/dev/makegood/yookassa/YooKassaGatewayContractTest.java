package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGatewayContract;
import dev.makegood.yookassa.fake.FakeYooKassa;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class YooKassaGatewayContractTest extends PaymentGatewayContract {

    private static final String SECRET = "test_a-secret-that-may-not-be-seen-0123";

    private final YooKassaCredentials credentials = new YooKassaCredentials("100500", SECRET);
    private final FakeYooKassa fake = new FakeYooKassa(clock, "100500", SECRET);
    private final YooKassaGateway gateway = new YooKassaGateway(
            YooKassaSettings.of(credentials).withBaseUrl(fake.baseUrl()), clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void tick() {
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

    /** There a payment is pending before and after the customer has confirmed it. */
    @Override
    protected boolean submit(GatewayRef checkout) {
        return false;
    }

    @Override
    protected void abandon(GatewayRef checkout) {
        pass(Duration.ofHours(1));
    }

    @Override
    protected void loseTheNextAnswer() {
        fake.failNext(YooKassaFault.LOSE_ANSWER);
    }

    @Override
    protected void breakAtTheNextCall() {
        fake.failNext(YooKassaFault.BROKEN_BEFORE);
    }

    @Override
    protected void refuseTheNextRequest() {
        fake.server().failNextPost(YooKassaFault.REFUSE);
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
        return fake.refundInCabinet(paid.id(), amount);
    }

    @Override
    protected void changeTheSecret() {
        fake.acceptOnly("100500", "test_another");
    }

    @Override
    protected String secret() {
        return SECRET;
    }
}
