package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.http.Counter;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.server.settings.CashierSettings;
import dev.makegood.server.settings.Settings;
import dev.makegood.server.settings.Sources;
import dev.makegood.server.settings.WrongSetting;
import dev.makegood.stripe.Stripe;
import dev.makegood.yookassa.YooKassa;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CashierWiringTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String CANARY = "canary-that-nobody-may-see-0123456789";
    private static final Map<String, String> BOTH = Map.of("STRIPE_SECRET_KEY", CANARY,
            "STRIPE_WEBHOOK_SECRET", CANARY, "FRONTEND_URL", "https://shop.example",
            "YOOKASSA_SHOP_ID", "100500", "YOOKASSA_SECRET_KEY", CANARY);

    @Test
    void what_is_configured_takes_money_reads_notices_and_shows_its_books() {
        var settings = settings(BOTH);

        assertThat(CashierWiring.cashier(settings, CLOCK).gateways())
                .hasExactlyElementsOfTypes(Stripe.class, YooKassa.class);
        assertThat(CashierWiring.readers(settings, CLOCK)).containsOnlyKeys("stripe", "yookassa");
        assertThat(CashierWiring.counter(settings, CLOCK).usual()).isEqualTo("stripe");
        assertThat(CashierWiring.books(settings, CLOCK)).containsOnlyKeys("stripe", "yookassa");
    }

    @Test
    void a_payment_of_a_gateway_that_was_taken_out_waits_for_it() {
        var settings = settings(Map.of());

        assertThat(CashierWiring.cashier(settings, CLOCK).gateways())
                .extracting(PaymentGateway::name)
                .containsExactlyInAnyOrderElementsOf(CashierSettings.known());
        assertThat(CashierWiring.cashier(settings, CLOCK).gateways())
                .allSatisfy(gateway -> {
                    var ref = new GatewayRef(gateway.name(), "1");
                    assertThat(gateway.look(ref)).isInstanceOf(Unknown.class);
                    assertThat(gateway.expire(ref)).isInstanceOf(Unknown.class);
                });
        assertThat(CashierWiring.counter(settings, CLOCK)).isEqualTo(Counter.NONE);
        assertThat(CashierWiring.books(settings, CLOCK)).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_one_is_refused_and_not_repeated() {
        assertThatThrownBy(
                () -> CashierWiring.cashier(settings(with("STRIPE_SECRET_KEY", CANARY + " b")),
                        CLOCK))
                                .isInstanceOf(WrongSetting.class)
                                .hasMessageStartingWith("STRIPE_SECRET_KEY")
                                .hasMessageNotContaining(CANARY);
        assertThatThrownBy(
                () -> CashierWiring.cashier(settings(with("YOOKASSA_SECRET_KEY", CANARY + " b")),
                        CLOCK))
                                .isInstanceOf(WrongSetting.class)
                                .hasMessageContaining("YOOKASSA_SECRET_KEY")
                                .hasMessageNotContaining(CANARY);
    }

    @Test
    void a_source_that_is_no_address_is_refused() {
        for (var bad : new String[] {"yookassa.ru", "185.71.76.0/99", "185.71.76.0/x"}) {
            assertThatThrownBy(
                    () -> CashierWiring.readers(settings(with("YOOKASSA_SOURCES", bad)), CLOCK))
                            .isInstanceOf(WrongSetting.class)
                            .hasMessageStartingWith("YOOKASSA_SOURCES");
        }
    }

    private static Map<String, String> with(String name, String value) {
        var all = new HashMap<>(BOTH);
        all.put(name, value);
        return all;
    }

    private static CashierSettings settings(Map<String, String> environment) {
        return Settings.read(Sources.of(Map.of(), environment)).cashier();
    }
}
