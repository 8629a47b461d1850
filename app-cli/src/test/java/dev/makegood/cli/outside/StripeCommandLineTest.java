package dev.makegood.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Server;
import dev.makegood.server.log.Logs;
import dev.makegood.server.settings.Logging;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.outside.Program;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stripe's own command line brings the notices of the stand-in to the server's own webhook (P11). */
@Tag("outside")
class StripeCommandLineTest {

    private static final String KEY = "sk_test_1234567890abcdef";
    private static final String SECRET = "whsec_1234567890abcdef";

    @TempDir
    private Path data;
    private FakeStripe stripe;
    private Server server;
    private CustomerId ada;

    @BeforeEach
    void start() {
        Logs.speak(new Logging(Logging.Form.TEXT, Logging.Level.ERROR), false);
        stripe = new FakeStripe(InstantSource.system(), KEY, SECRET);
        server = Server.start(Settings.read(Sources.of(Map.of("MAKEGOOD_PORT", "0"),
                Map.of("MAKEGOOD_DATA", data.toString(), "STRIPE_URL", stripe.address().toString(),
                        "STRIPE_SECRET_KEY", KEY, "STRIPE_WEBHOOK_SECRET", SECRET,
                        "FRONTEND_URL", "http://127.0.0.1:9"))));
        ada = server.house()
                .makegood()
                .customers()
                .welcome(new Identity("app", "ada"),
                        new CustomerId(server.house().ids().get()));
    }

    @AfterEach
    void stop() {
        server.close();
        stripe.close();
    }

    @Test
    void what_is_triggered_is_acknowledged_and_what_is_paid_has_its_effect() throws Exception {
        var payment = asked();
        try (var listening = Program.stripe(KEY, "listen", "--all-snapshot", "--no-wss",
                "--skip-update", "--api-base", stripe.address().toString(), "--forward-to",
                server.address() + "/api/stripe/webhook")) {
            listening.until(() -> stripe.listeners() == 1 && listening.output().contains("Ready!"));
            triggered();
            listening.until(() -> isAnswered(200));
            stripe.pay(payment.checkout().ref().id());
            listening.until(() -> status(payment.id()) == PaymentStatus.SUCCEEDED);
        }

        assertThat(stripe.heard()).noneMatch(said -> said.contains("\"status\":400"));
        assertThat(server.house().makegood().ledger().available(ada).amount())
                .isEqualTo(60 + 100);
    }

    private void triggered() throws InterruptedException {
        try (var trigger = Program.stripe(KEY, "trigger", "checkout.session.completed",
                "--api-base", stripe.address().toString())) {
            assertThat(trigger.said()).contains("Trigger succeeded!");
        }
    }

    private boolean isAnswered(int status) {
        return stripe.heard()
                .stream()
                .anyMatch(said -> said.contains("webhook_response")
                        && said.contains("\"status\":" + status));
    }

    private PaymentStatus status(PaymentId payment) {
        return server.house().makegood().payments().find(payment).orElseThrow().status();
    }

    private Payment.Open asked() {
        var house = server.house();
        var pack = house.storage().creditPacks().find("starter").orElseThrow();
        return (Payment.Open) house.makegood()
                .payments()
                .ask(new Bill(new PaymentId(house.ids().get()), ada, "stripe", pack.price(),
                        new Purpose.Pack(pack.name(), pack.credits(), pack.bonus()), "100 credits",
                        new Bill.Return("https://example.com/", "https://example.com/"),
                        house.clock().instant()));
    }
}
