package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.PaymentGateway.PaymentPollResult;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YooKassaCaptureTest {

    private final YooKassaFixture fixture = new YooKassaFixture();
    private final YooKassaGateway gateway =
            fixture.gateway(it -> it.withCaptureMode(CaptureMode.MANUAL));

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_payment_is_authorised_first_and_succeeds_when_it_is_captured() {
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        assertThat(fixture.lastRequestBody().path("capture").asBoolean(true)).isFalse();
        fixture.fake.pay(ref.id());
        report(gateway.poll(ref)).isInstanceOf(PaymentAuthorised.class);

        var captured = gateway.capture(ref, details);
        var again = gateway.capture(ref, details);

        report(captured).isInstanceOf(PaymentReceived.class);
        assertThat(again).isEqualTo(captured);
        assertThat(fixture.fake.requests().getLast().key()).isEqualTo("capture-" + details.id());
    }

    @Test
    void what_is_captured_is_what_was_billed() {
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.changeAmount(ref.id(), Money.of(50_000, "RUB"));
        fixture.fake.pay(ref.id());

        report(gateway.capture(ref, details)).isInstanceOfSatisfying(PaymentReceived.class,
                paymentReceived -> assertThat(paymentReceived.paid().amount())
                        .isEqualTo(details.amount()));
    }

    @Test
    void a_capture_whose_response_was_lost_is_repeated() {
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.pay(ref.id());
        fixture.fake.server().failNextPost(YooKassaFault.BROKEN_AFTER);

        assertThat(gateway.capture(ref, details)).isInstanceOf(Unknown.class);
        report(gateway.capture(ref, details)).isInstanceOf(PaymentReceived.class);
    }

    @Test
    void what_was_authorised_and_is_closed_is_cancelled() {
        var ref = fixture.openCheckout(gateway, fixture.newPayment()).ref();
        fixture.fake.pay(ref.id());

        report(gateway.expire(ref)).isInstanceOfSatisfying(PaymentCancelled.class,
                up -> assertThat(up.why()).isEqualTo("canceled_by_merchant"));
        report(gateway.expire(ref)).isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void what_was_not_paid_cannot_be_closed_and_expires_by_itself() {
        var ref = fixture.openCheckout(gateway, fixture.newPayment()).ref();

        report(gateway.expire(ref)).isInstanceOf(NotPaidYet.class);
        fixture.passTime(Duration.ofHours(1));
        report(gateway.expire(ref)).isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void what_was_authorised_and_not_captured_is_cancelled_after_a_week() {
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.pay(ref.id());
        fixture.passTime(Duration.ofDays(7));

        report(gateway.capture(ref, details)).isInstanceOfSatisfying(PaymentCancelled.class,
                up -> assertThat(up.why()).isEqualTo("expired_on_capture"));
    }

    private static ObjectAssert<Object> report(PaymentPollResult poll) {
        assertThat(poll).isInstanceOf(Polled.class);
        assertThat(((Polled) poll).reports()).hasSize(1);
        return assertThat(((Polled) poll).reports().getFirst());
    }
}
