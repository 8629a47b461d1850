package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.yookassa.FakeYooKassa;
import dev.makegood.yookassa.Fault;
import dev.makegood.yookassa.Settings;
import dev.makegood.yookassa.Shop;
import dev.makegood.yookassa.YooKassa;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;

class YooKassaOnPostgresTest extends MoneyOnPostgres {

    private static final String ID = "100500";
    private static final String KEY = "test_operators";
    private static final Shop SHOP = new Shop(ID, KEY);

    private FakeYooKassa fake = new FakeYooKassa(InstantSource.system(), SHOP);

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
                fake.address().toString());
    }

    @Override
    protected PaymentGateway gateway() {
        return new YooKassa(Settings.of(SHOP).at(fake.address()), InstantSource.system());
    }

    @Override
    protected void pays(String ref) {
        fake.pay(ref);
    }

    @Override
    protected void givesBackThere(String ref, Money amount) {
        var unused = fake.refundInTheCabinet(ref, amount);
    }

    @Override
    protected void sellsWithoutUs() {
        var unused = fake.sellWithoutUs(Money.of(500, "RUB"));
    }

    @Override
    protected void showsAnotherAmount(String ref) {
        fake.changeAmount(ref, Money.of(100, "RUB"));
    }

    @Override
    protected void everyCallWaitsAt(Semaphore gate) {
        fake.stage().faultsFrom(() -> {
            gate.acquireUninterruptibly();
            return Fault.NONE;
        });
    }

    @Override
    protected void isDown() {
        fake.stage().faultsFrom(() -> Fault.BROKEN_BEFORE);
    }

    @Override
    protected void forgets() {
        fake.close();
        fake = new FakeYooKassa(InstantSource.system(), SHOP);
    }

    @Override
    protected int refunds() {
        return fake.refunds().size();
    }
}
