package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.server.settings.InvalidSetting;
import dev.makegood.server.settings.PaymentSettings;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import dev.makegood.stripe.StripeGateway;
import dev.makegood.yookassa.YooKassaGateway;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentWiringTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final PaymentDirectory PAYMENTS = new InMemoryStore().paymentDirectory();
    private static final String CANARY = "canary-that-must-not-be-shown-0123456789";
    private static final Map<String, String> BOTH = Map.of("STRIPE_SECRET_KEY", "sk_" + CANARY,
            "STRIPE_WEBHOOK_SECRET", "whsec_" + CANARY, "FRONTEND_URL", "https://shop.example",
            "YOOKASSA_SHOP_ID", "100500", "YOOKASSA_SECRET_KEY", CANARY);

    @Test
    void what_is_configured_takes_money_reads_notices_and_shows_its_books() {
        var settings = settings(BOTH);

        assertThat(PaymentWiring.paymentSetup(settings, CLOCK).gateways())
                .hasExactlyElementsOfTypes(StripeGateway.class, YooKassaGateway.class);
        assertThat(PaymentWiring.noticeReaders(settings, CLOCK, PAYMENTS)).containsOnlyKeys(
                "stripe",
                "yookassa");
        assertThat(PaymentWiring.checkoutConfig(settings, CLOCK, PAYMENTS).defaultGateway())
                .isEqualTo("stripe");
        assertThat(PaymentWiring.gatewayBooks(settings, CLOCK)).containsOnlyKeys("stripe",
                "yookassa");
    }

    @Test
    void a_payment_of_a_gateway_that_was_taken_out_waits_for_it() {
        var settings = settings(Map.of());

        assertThat(PaymentWiring.paymentSetup(settings, CLOCK).gateways())
                .extracting(PaymentGateway::name)
                .containsExactlyInAnyOrderElementsOf(PaymentSettings.knownGateways());
        assertThat(PaymentWiring.paymentSetup(settings, CLOCK).gateways())
                .allSatisfy(gateway -> {
                    var ref = new GatewayRef(gateway.name(), "1");
                    assertThat(gateway.poll(ref)).isInstanceOf(Unknown.class);
                    assertThat(gateway.expire(ref)).isInstanceOf(Unknown.class);
                });
        assertThat(PaymentWiring.checkoutConfig(settings, CLOCK, PAYMENTS))
                .isEqualTo(CheckoutConfig.NONE);
        assertThat(PaymentWiring.gatewayBooks(settings, CLOCK)).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_one_is_refused_and_not_repeated() {
        assertThatThrownBy(
                () -> PaymentWiring.paymentSetup(
                        settings(with("STRIPE_SECRET_KEY", "pk_" + CANARY)),
                        CLOCK))
                                .isInstanceOf(InvalidSetting.class)
                                .hasMessageStartingWith("STRIPE_SECRET_KEY")
                                .hasMessageContaining("publishable")
                                .hasMessageNotContaining(CANARY);
        assertThatThrownBy(
                () -> PaymentWiring.paymentSetup(
                        settings(with("YOOKASSA_SECRET_KEY", CANARY + " b")),
                        CLOCK))
                                .isInstanceOf(InvalidSetting.class)
                                .hasMessageContaining("YOOKASSA_SECRET_KEY")
                                .hasMessageNotContaining(CANARY);
    }

    @Test
    void a_source_that_is_no_address_is_refused() {
        for (var bad : new String[] {"yookassa.ru", "185.71.76.0/99", "185.71.76.0/x"}) {
            assertThatThrownBy(
                    () -> PaymentWiring.noticeReaders(
                            settings(with("YOOKASSA_NOTICE_SOURCES", bad)),
                            CLOCK, PAYMENTS))
                                    .isInstanceOf(InvalidSetting.class)
                                    .hasMessageStartingWith("YOOKASSA_NOTICE_SOURCES");
        }
    }

    private static Map<String, String> with(String name, String value) {
        var all = new HashMap<>(BOTH);
        all.put(name, value);
        return all;
    }

    private static PaymentSettings settings(Map<String, String> environment) {
        return Settings.read(SettingSources.of(Map.of(), environment)).payments();
    }
}
