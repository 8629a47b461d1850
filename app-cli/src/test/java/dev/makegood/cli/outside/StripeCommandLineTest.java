package dev.makegood.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Server;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.outside.ExternalProgram;
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
        LogConfiguration.apply(
                new LogSettings(LogSettings.LogFormat.TEXT, LogSettings.LogLevel.ERROR), false);
        stripe = new FakeStripe(InstantSource.system(), KEY, SECRET);
        server = Server.start(Settings.read(SettingSources.of(Map.of("MAKEGOOD_PORT", "0"),
                Map.of("MAKEGOOD_DATA", data.toString(), "STRIPE_URL", stripe.baseUrl().toString(),
                        "STRIPE_SECRET_KEY", KEY, "STRIPE_WEBHOOK_SECRET", SECRET,
                        "FRONTEND_URL", "http://127.0.0.1:9"))));
        ada = server.installation()
                .makegood()
                .customers()
                .findOrCreate(new Identity("app", "ada"),
                        new CustomerId(server.installation().ids().get()));
    }

    @AfterEach
    void stop() {
        server.close();
        stripe.close();
    }

    @Test
    void what_is_triggered_is_acknowledged_and_what_is_paid_has_its_effect() throws Exception {
        var payment = openedPayment();
        try (var listening = ExternalProgram.stripe(KEY, "listen", "--all-snapshot", "--no-wss",
                "--skip-update", "--api-base", stripe.baseUrl().toString(), "--forward-to",
                server.address() + "/api/stripe/webhook")) {
            listening.waitUntil(
                    () -> stripe.listeners() == 1 && listening.output().contains("Ready!"));
            triggered();
            listening.waitUntil(() -> isAnswered(200));
            stripe.pay(payment.checkout().ref().id());
            listening.waitUntil(() -> status(payment.id()) == PaymentStatus.SUCCEEDED);
        }

        assertThat(stripe.receivedCliMessages())
                .noneMatch(message -> message.contains("\"status\":400"));
        assertThat(server.installation().makegood().ledger().available(ada).amount())
                .isEqualTo(60 + 100);
    }

    private void triggered() throws InterruptedException {
        try (var trigger = ExternalProgram.stripe(KEY, "trigger", "checkout.session.completed",
                "--api-base", stripe.baseUrl().toString())) {
            assertThat(trigger.waitForOutput()).contains("Trigger succeeded!");
        }
    }

    private boolean isAnswered(int status) {
        return stripe.receivedCliMessages()
                .stream()
                .anyMatch(message -> message.contains("webhook_response")
                        && message.contains("\"status\":" + status));
    }

    private PaymentStatus status(PaymentId payment) {
        return server.installation().makegood().payments().find(payment).orElseThrow().status();
    }

    private Payment.Open openedPayment() {
        var installation = server.installation();
        var pack = installation.storage().creditPacks().find("starter").orElseThrow();
        return (Payment.Open) installation.makegood()
                .payments()
                .create(new PaymentDetails(new PaymentId(installation.ids().get()), ada, "stripe",
                        pack.price(),
                        new Purpose.Pack(pack.name(), pack.credits(), pack.bonus()), "100 credits",
                        new PaymentDetails.ReturnUrls("https://example.com/",
                                "https://example.com/"),
                        installation.clock().instant()));
    }
}
