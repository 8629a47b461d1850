package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.yookassa.YooKassaCredentials;
import dev.makegood.yookassa.YooKassaGateway;
import dev.makegood.yookassa.YooKassaSettings;
import dev.makegood.yookassa.fake.FakeYooKassa;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;

class YooKassaOnPostgresTest extends MoneyOnPostgres {

    private static final String ID = "100500";
    private static final String KEY = "test_operators";
    private static final YooKassaCredentials SHOP = new YooKassaCredentials(ID, KEY);

    private FakeYooKassa fake = new FakeYooKassa(InstantSource.system(), ID, KEY);

    @Override
    protected void stop() {
        fake.close();
    }

    @Override
    protected Money price() {
        return Money.of(19_900, "RUB");
    }

    @Override
    protected String name() {
        return "yookassa";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("YOOKASSA_SHOP_ID", ID, "YOOKASSA_SECRET_KEY", KEY, "YOOKASSA_URL",
                fake.baseUrl().toString());
    }

    @Override
    protected PaymentGateway gateway() {
        return new YooKassaGateway(YooKassaSettings.of(SHOP).withBaseUrl(fake.baseUrl()),
                InstantSource.system());
    }

    @Override
    protected void pay(String ref) {
        fake.pay(ref);
    }

    @Override
    protected void refundAtGateway(String ref, Money amount) {
        var unused = fake.refundInCabinet(ref, amount);
    }

    @Override
    protected void sellWithoutUs() {
        var unused = fake.sellWithoutUs(Money.of(500, "RUB"));
    }

    @Override
    protected void changeAmountShown(String ref) {
        fake.changeAmount(ref, Money.of(100, "RUB"));
    }

    @Override
    protected void blockEveryCallAt(Semaphore gate) {
        fake.server().drawFaultsFrom(() -> {
            gate.acquireUninterruptibly();
            return YooKassaFault.NONE;
        });
    }

    @Override
    protected void goDown() {
        fake.server().drawFaultsFrom(() -> YooKassaFault.BROKEN_BEFORE);
    }

    @Override
    protected void forgetEverything() {
        fake.close();
        fake = new FakeYooKassa(InstantSource.system(), ID, KEY);
    }

    @Override
    protected int refunds() {
        return fake.refunds().size();
    }
}
