package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.StripeFault;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What we call our things at Stripe never changes again.
 *
 * <p>Metadata stays on objects for years: under another name, the refunds, disputes and notices of
 * every payment made before would no longer be found. An idempotency key that is made in another way
 * makes a second session, or a second refund, of a call that is repeated across an update.
 */
class StripeNamesTest extends StripeFixture {

    @Test
    void metadata_keys() {
        var details = newPayment(PRICE, new Purpose.PaidWork(new UUID(5, 5)));

        assertThat(StripeMetadata.of(details)).isEqualTo(Map.of(
                "makegood_payment_id", details.id().toString(),
                "makegood_project_id", "00000000-0000-0005-0000-000000000005"));
        assertThat(StripeMetadata.of(instruction("a-key", details, paySession(details), 100)))
                .isEqualTo(Map.of(
                        "makegood_payment_id", details.id().toString(),
                        "makegood_refund_key", "a-key"));
    }

    @Test
    void what_the_payment_is_about_stands_beside_our_ids() {
        var about = Map.of("generationRequestId", "7", "hostname", "example.com", "provider",
                "gemini");
        var details = newPayment(PRICE, new Purpose.PaidWork(new UUID(5, 5))).withMetadata(about);

        var session = openCheckout(details).ref().id();
        fake.pay(session);

        var ours = new HashMap<>(about);
        ours.put("makegood_payment_id", details.id().toString());
        ours.put("makegood_project_id", "00000000-0000-0005-0000-000000000005");
        assertThat(StripeMetadata.of(details)).isEqualTo(ours);
        assertThat(fake.metadataOf(session)).isEqualTo(ours);
        assertThat(fake.metadataOf(fake.intentOf(session))).isEqualTo(ours);
    }

    @Test
    void metadata_never_hides_our_ids() {
        var details = newPayment().withMetadata(Map.of("makegood_payment_id", "another"));

        assertThat(StripeMetadata.of(details)).containsEntry("makegood_payment_id",
                details.id().toString());
    }

    @Test
    void idempotency_keys() {
        var details = newPayment();
        fake.failNext(StripeFault.BROKEN_BEFORE);
        assertThat(stripeGateway.open(details)).isInstanceOf(Unknown.class);
        assertLastKey("checkout-" + details.id());

        var session = paySession(details);
        assertLastKey("checkout-" + details.id() + "-retry");

        assertThat(stripeGateway.refund(instruction("a-key", details, session, 100)))
                .isInstanceOf(RefundAccepted.class);
        assertLastKey("a-key");
    }

    private void assertLastKey(String key) {
        assertThat(fake.requests().getLast().headers()).containsEntry("idempotency-key", key);
    }
}
