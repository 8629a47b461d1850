package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What we call our things at YooKassa never changes again.
 *
 * <p>Metadata and descriptions stay on payments and refunds for years: under another name, a payment
 * made before would no longer be found, and a refund of it would be made twice. An idempotency key
 * that is made in another way makes a second payment of a call that is repeated across an update.
 */
class YooKassaNamesTest {

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void the_metadata_key_and_the_idempotency_key_of_a_payment() {
        var details = fixture.newPayment();

        var unused = fixture.openCheckout(details);

        assertThat(fixture.lastRequestBody().path("metadata").toString())
                .isEqualTo("{\"makegood_payment_id\":\"" + details.id() + "\"}");
        assertLastKey(details.id().toString());
    }

    @Test
    void what_the_payment_is_about_stands_beside_our_id() {
        var details = fixture.newPayment().withMetadata(Map.of("hostname", "example.com"));

        var unused = fixture.openCheckout(details);

        assertThat(fixture.lastRequestBody().path("metadata").toString())
                .isEqualTo("{\"hostname\":\"example.com\",\"makegood_payment_id\":\""
                        + details.id() + "\"}");
    }

    @Test
    void the_idempotency_keys_of_a_capture_and_of_a_cancellation() {
        var gateway = fixture.gateway(settings -> settings.withCaptureMode(CaptureMode.MANUAL));
        var captured = fixture.newPayment();
        var paid = fixture.openCheckout(gateway, captured).ref();
        fixture.fake.pay(paid.id());
        assertThat(gateway.capture(paid, captured)).isInstanceOf(Polled.class);
        assertLastKey("capture-" + captured.id());

        var cancelled = fixture.openCheckout(gateway, fixture.newPayment()).ref();
        fixture.fake.pay(cancelled.id());
        assertThat(gateway.expire(cancelled)).isInstanceOf(Polled.class);
        assertLastKey("cancel-" + cancelled.id());
    }

    @Test
    void the_description_and_the_idempotency_key_of_a_refund() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);

        assertThat(fixture.gateway.refund(fixture.instruction("a-key", details, paid, 100)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(fixture.lastRequestBody().path("description").stringValue())
                .isEqualTo("refund (makegood a-key)");
        assertLastKey("a-key");

        var longKey = "k".repeat(65);
        assertThat(fixture.gateway.refund(fixture.instruction(longKey, details, paid, 100)))
                .isInstanceOf(RefundAccepted.class);
        assertLastKey("f39cdc2584758c99cf81c1f41d2572f54e17066afffc9d187aeafe5f7cbe2122");
    }

    private void assertLastKey(String key) {
        assertThat(fixture.fake.requests().getLast().key()).isEqualTo(key);
    }
}
