package dev.makegood.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.pricing.PageRates;
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

class PaymentSettingsTest {

    private static final String CANARY = "canary-that-must-not-be-shown-0123456789";
    private static final Map<String, String> WITH_STRIPE = Map.of("STRIPE_SECRET_KEY", CANARY,
            "STRIPE_WEBHOOK_SECRET", CANARY, "FRONTEND_URL", "https://shop.example");
    private static final Map<String, String> WITH_YOOKASSA = Map.of("YOOKASSA_SHOP_ID", "100500",
            "YOOKASSA_SECRET_KEY", CANARY, "FRONTEND_URL", "https://shop.example");

    @Test
    void without_settings_no_gateway_is_configured() {
        var payments = read(Map.of());

        assertThat(payments)
                .isEqualTo(new PaymentSettings(null, null, null, null, PageRates.NONE));
    }

    @Test
    void stripe_takes_the_money_if_both_can() {
        assertThat(read(both(Map.of())).defaultGateway()).isEqualTo("stripe");
        assertThat(read(both(Map.of("MAKEGOOD_GATEWAY_DEFAULT", "yookassa"))).defaultGateway())
                .isEqualTo("yookassa");
        assertThat(read(WITH_YOOKASSA).defaultGateway()).isEqualTo("yookassa");
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
            "YOOKASSA_URL,YOOKASSA_SHOP_ID", "YOOKASSA_NOTICE_SOURCES,YOOKASSA_SHOP_ID",
            "YOOKASSA_RECEIPT_EMAIL,YOOKASSA_RECEIPT_VAT_CODE"})
    void half_a_gateway_is_refused_and_what_is_missing_is_named(String set, String missing) {
        assertThatThrownBy(() -> read(Map.of(set, "https://127.0.0.1")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(missing + " is missing");
    }

    @Test
    void a_gateway_needs_the_address_that_customers_are_sent_back_to() {
        for (var gateway : new Map<?, ?>[] {WITH_STRIPE, WITH_YOOKASSA}) {
            var nowhere = new HashMap<String, String>();
            gateway.forEach((name, value) -> nowhere.put((String) name, (String) value));
            nowhere.remove("FRONTEND_URL");

            assertThatThrownBy(() -> read(nowhere))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageStartingWith("FRONTEND_URL is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRONTEND_URL", "STRIPE_URL", "YOOKASSA_URL"})
    void an_address_must_be_encrypted_unless_it_is_local(String name) {
        assertThatThrownBy(() -> read(both(Map.of(name, "http://shop.example"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(name + " must begin with https://");
        for (var here : new String[] {"http://localhost:3000", "http://127.0.0.1:3000",
                "http://[::1]:3000", "https://shop.example/pages"}) {
            assertThat(read(both(Map.of(name, here)))).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAKEGOOD_GATEWAY_DEFAULT,paypal", "MAKEGOOD_GATEWAY_DEFAULT,stripe",
            "MAKEGOOD_GENERATION_CURRENCY,euro", "MAKEGOOD_GENERATION_CURRENCY,XXX",
            "MAKEGOOD_GENERATION_RATES,gemini", "MAKEGOOD_GENERATION_RATES,gemini=-1",
            "MAKEGOOD_GENERATION_RATES,gemini=1e999", "MAKEGOOD_GENERATION_RATES,Gemini=1",
            "MAKEGOOD_GENERATION_RATES,gemini=0.000000001",
            "MAKEGOOD_GENERATION_RATES,'gemini=1,gemini=2'", "YOOKASSA_RECEIPT_VAT_CODE,13",
            "FRONTEND_URL,https://shop.example/?page=1", "FRONTEND_URL,https://shop.example/#1",
            "FRONTEND_URL,shop.example"})
    void a_bad_value_is_refused_and_its_setting_named(String name, String value) {
        assertThatThrownBy(() -> read(with(WITH_YOOKASSA, name, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void generation_has_its_rates() {
        var pageRates = read(Map.of("MAKEGOOD_GENERATION_RATES", "gemini=0.00097, ollama=0",
                "MAKEGOOD_GENERATION_CURRENCY", "RUB")).pageRates();

        assertThat(pageRates).isEqualTo(new PageRates(Currency.getInstance("RUB"),
                Map.of("gemini", new BigDecimal("0.00097"), "ollama", BigDecimal.ZERO)));
    }

    @Test
    void receipts_go_to_the_address_that_is_set() {
        var account = read(both(Map.of("YOOKASSA_RECEIPT_EMAIL", "books@shop.example",
                "YOOKASSA_RECEIPT_VAT_CODE", "4"))).yooKassa();

        assertThat(account.receipts())
                .isEqualTo(new YooKassaAccountSettings.ReceiptSettings("books@shop.example", 4));
    }

    @Test
    void no_secret_is_printed() {
        var settings = read(both(Map.of("STRIPE_URL", "http://127.0.0.1:1")));

        assertThat(settings.toString()).doesNotContain(CANARY);
        assertThat(settings.stripe()).isEqualTo(new StripeAccountSettings(new Secret(CANARY),
                List.of(new Secret(CANARY)), URI.create("http://127.0.0.1:1")));
        assertThat(settings.yooKassa().secretKey()).isEqualTo(new Secret(CANARY));
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

    private static PaymentSettings read(Map<String, String> environment) {
        return Settings.read(SettingSources.of(Map.of(), environment)).payments();
    }
}
