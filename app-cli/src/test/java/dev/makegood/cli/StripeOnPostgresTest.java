package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.stripe.StripeGateway;
import dev.makegood.stripe.StripeSettings;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.StripeFault;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

class StripeOnPostgresTest extends MoneyOnPostgres {

    private static final String KEY = "sk_test_operators";
    private static final String SECRET = "whsec_operators";

    private FakeStripe fake = new FakeStripe(InstantSource.system(), KEY, SECRET);

    @Override
    protected void stop() {
        fake.close();
    }

    @Override
    protected Money price() {
        return Money.of(19_900, "EUR");
    }

    @Override
    protected String name() {
        return "stripe";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("STRIPE_SECRET_KEY", KEY, "STRIPE_WEBHOOK_SECRET", SECRET, "STRIPE_URL",
                fake.baseUrl().toString());
    }

    @Override
    protected PaymentGateway gateway() {
        return new StripeGateway(
                StripeSettings.of(KEY, List.of(SECRET)).withBaseUrl(fake.baseUrl()),
                InstantSource.system());
    }

    @Override
    protected void pay(String ref) {
        fake.pay(ref);
    }

    @Override
    protected void refundAtGateway(String ref, Money amount) {
        var session = fake.sessions()
                .stream()
                .filter(it -> it.path("payment_intent").asString().equals(ref))
                .findFirst()
                .orElseThrow();
        var unused = fake.refund(session.path("id").asString(), amount.minorUnits());
    }

    @Override
    protected void sellWithoutUs() {
        var unused = fake.sellWithoutUs(500, "eur");
    }

    @Override
    protected void changeAmountShown(String ref) {
        fake.misreport(ref, 100, "eur");
    }

    @Override
    protected void blockEveryCallAt(Semaphore gate) {
        fake.drawFaultsFrom(() -> {
            gate.acquireUninterruptibly();
            return StripeFault.NONE;
        });
    }

    @Override
    protected void goDown() {
        fake.drawFaultsFrom(() -> StripeFault.SHOULD_NOT_RETRY);
    }

    @Override
    protected void forgetEverything() {
        fake.close();
        fake = new FakeStripe(InstantSource.system(), KEY, SECRET);
    }

    @Override
    protected int refunds() {
        return fake.refunds().size();
    }
}
