package dev.makegood.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.pricing.Rates;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CashierSettingsTest {

    private static final String CANARY = "canary-that-nobody-may-see-0123456789";
    private static final Map<String, String> WITH_STRIPE = Map.of("STRIPE_SECRET_KEY", CANARY,
            "STRIPE_WEBHOOK_SECRET", CANARY, "FRONTEND_URL", "https://shop.example");
    private static final Map<String, String> WITH_YOOKASSA = Map.of("YOOKASSA_SHOP_ID", "100500",
            "YOOKASSA_SECRET_KEY", CANARY, "FRONTEND_URL", "https://shop.example");

    @Test
    void without_settings_nobody_takes_money() {
        var cashier = read(Map.of());

        assertThat(cashier)
                .isEqualTo(new CashierSettings(null, null, null, null, Rates.NONE));
    }

    @Test
    void stripe_takes_the_money_if_both_can() {
        assertThat(read(both(Map.of())).usual()).isEqualTo("stripe");
        assertThat(read(both(Map.of("MAKEGOOD_GATEWAY", "yookassa"))).usual())
                .isEqualTo("yookassa");
        assertThat(read(WITH_YOOKASSA).usual()).isEqualTo("yookassa");
    }

    @Test
    void a_webhook_secret_may_be_rotated() {
        var stripe = read(with(WITH_STRIPE, "STRIPE_WEBHOOK_SECRET", "whsec_new, whsec_old"))
                .stripe();

        assertThat(stripe.webhookSecrets())
                .containsExactly(new Secret("whsec_new"), new Secret("whsec_old"));
    }

    @ParameterizedTest
    @CsvSource({"STRIPE_SECRET_KEY,STRIPE_WEBHOOK_SECRET",
            "STRIPE_WEBHOOK_SECRET,STRIPE_SECRET_KEY", "STRIPE_URL,STRIPE_WEBHOOK_SECRET",
            "YOOKASSA_SHOP_ID,YOOKASSA_SECRET_KEY", "YOOKASSA_SECRET_KEY,YOOKASSA_SHOP_ID",
            "YOOKASSA_URL,YOOKASSA_SHOP_ID", "YOOKASSA_SOURCES,YOOKASSA_SHOP_ID",
            "YOOKASSA_RECEIPT_EMAIL,YOOKASSA_RECEIPT_VAT_CODE"})
    void half_a_gateway_is_refused_and_what_is_missing_is_named(String set, String missing) {
        assertThatThrownBy(() -> read(Map.of(set, "https://127.0.0.1")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(missing + " is missing");
    }

    @Test
    void who_takes_money_says_where_people_are_sent_back() {
        for (var gateway : new Map<?, ?>[] {WITH_STRIPE, WITH_YOOKASSA}) {
            var nowhere = new HashMap<String, String>();
            gateway.forEach((name, value) -> nowhere.put((String) name, (String) value));
            nowhere.remove("FRONTEND_URL");

            assertThatThrownBy(() -> read(nowhere))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("FRONTEND_URL is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRONTEND_URL", "STRIPE_URL", "YOOKASSA_URL"})
    void nobody_can_listen_on_the_way(String name) {
        assertThatThrownBy(() -> read(both(Map.of(name, "http://shop.example"))))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(name + " begins with https://");
        for (var here : new String[] {"http://localhost:3000", "http://127.0.0.1:3000",
                "http://[::1]:3000", "https://shop.example/pages"}) {
            assertThat(read(both(Map.of(name, here)))).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAKEGOOD_GATEWAY,paypal", "MAKEGOOD_GATEWAY,stripe",
            "MAKEGOOD_GENERATION_CURRENCY,euro", "MAKEGOOD_GENERATION_CURRENCY,XXX",
            "MAKEGOOD_GENERATION_RATES,gemini", "MAKEGOOD_GENERATION_RATES,gemini=-1",
            "MAKEGOOD_GENERATION_RATES,gemini=1e999", "MAKEGOOD_GENERATION_RATES,Gemini=1",
            "MAKEGOOD_GENERATION_RATES,gemini=0.000000001",
            "MAKEGOOD_GENERATION_RATES,'gemini=1,gemini=2'", "YOOKASSA_RECEIPT_VAT_CODE,13",
            "FRONTEND_URL,https://shop.example/?page=1", "FRONTEND_URL,https://shop.example/#1",
            "FRONTEND_URL,shop.example"})
    void a_bad_value_is_refused_and_its_setting_named(String name, String value) {
        assertThatThrownBy(() -> read(with(WITH_YOOKASSA, name, value)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void generation_has_its_rates() {
        var rates = read(Map.of("MAKEGOOD_GENERATION_RATES", "gemini=0.00097, ollama=0",
                "MAKEGOOD_GENERATION_CURRENCY", "RUB")).rates();

        assertThat(rates).isEqualTo(new Rates(Currency.getInstance("RUB"),
                Map.of("gemini", new BigDecimal("0.00097"), "ollama", BigDecimal.ZERO)));
    }

    @Test
    void receipts_go_where_they_are_asked_to() {
        var shop = read(both(Map.of("YOOKASSA_RECEIPT_EMAIL", "books@shop.example",
                "YOOKASSA_RECEIPT_VAT_CODE", "4"))).yooKassa();

        assertThat(shop.receipts())
                .isEqualTo(new YooKassaShop.Receipts("books@shop.example", 4));
    }

    @Test
    void no_secret_is_printed() {
        var settings = read(both(Map.of("STRIPE_URL", "http://127.0.0.1:1")));

        assertThat(settings.toString()).doesNotContain(CANARY);
        assertThat(settings.stripe()).isEqualTo(new StripeShop(new Secret(CANARY),
                List.of(new Secret(CANARY)), URI.create("http://127.0.0.1:1")));
        assertThat(settings.yooKassa().key()).isEqualTo(new Secret(CANARY));
    }

    private static Map<String, String> both(Map<String, String> more) {
        var all = new HashMap<>(WITH_STRIPE);
        all.putAll(WITH_YOOKASSA);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }

    private static CashierSettings read(Map<String, String> environment) {
        return Settings.read(Sources.of(Map.of(), environment)).cashier();
    }
}
