package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaCheckoutOpeningTest {

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_payment_is_requested_with_everything_that_they_require() {
        var details = fixture.newPayment("x".repeat(127) + "\uD83D\uDE80 and more");

        var checkout = fixture.openCheckout(details);

        assertThat(fixture.fake.requests().getLast().key()).isEqualTo(details.id().toString());
        assertThat(fixture.lastRequestBody()).isEqualTo(YooKassaFixture.JSON.readTree("""
                {"amount":{"value":"199.00","currency":"RUB"},"capture":true,
                 "confirmation":{"type":"redirect","return_url":"https://example.com/paid"},
                 "description":"%s","metadata":{"makegood_payment_id":"%s"}}
                """.formatted("x".repeat(127), details.id())));
        assertThat(checkout.link()).contains(checkout.ref().id());
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "REFUSE", "UNAUTHORIZED",
                    "FORBIDDEN", "WRONG_ID", "NO_CONFIRMATION"})
    void a_response_that_says_nothing_is_unknown_and_the_same_key_finds_out(YooKassaFault fault) {
        var details = fixture.newPayment();
        fixture.fake.failNext(fault);

        var first = fixture.gateway.open(details);
        var second = fixture.gateway.open(details);

        assertThat(first).isInstanceOf(Unknown.class);
        assertThat(second).isInstanceOf(Opened.class);
        assertThat(fixture.fake.payments()).hasSize(1);
    }

    @Test
    void a_refusal_does_not_deny_what_an_earlier_request_made() {
        var details = fixture.newPayment();
        fixture.fake.failNext(YooKassaFault.LOSE_ANSWER);
        assertThat(fixture.gateway.open(details)).isInstanceOf(Unknown.class);
        fixture.fake.failNext(YooKassaFault.REFUSE);

        assertThat(fixture.gateway.open(details)).isInstanceOf(Opened.class);
        assertThat(fixture.fake.payments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=\"melted\"", "amount=null", "created_at=7",
            "metadata={\"order\":\"17\"}&amount=[]"})
    void a_payment_of_others_that_cannot_be_read_does_not_matter(String odd) {
        var theirs = fixture.fake.sellWithoutUs(Money.of(500, "RUB"));
        for (var member : odd.split("&", -1)) {
            fixture.fake.distort(theirs, member.split("=", 2)[0], member.split("=", 2)[1]);
        }
        fixture.fake.failNext(YooKassaFault.REFUSE);

        assertThat(fixture.gateway.open(fixture.newPayment())).isInstanceOf(Declined.class);
    }

    @Test
    void one_of_ours_that_cannot_be_read_is_not_denied_and_is_named() {
        var details = fixture.newPayment();
        var id = fixture.openCheckout(details).ref().id();
        fixture.fake.distort(id, "amount", "\"one\"");
        fixture.fake.failNext(YooKassaFault.REFUSE);

        assertThat(fixture.gateway.open(details)).isInstanceOfSatisfying(Unknown.class,
                unknown -> assertThat(unknown.why()).contains(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"refunded_amount;null",
            "refunded_amount;{'value':0,'currency':'RUB'}",
            "amount;{'value':199.00,'currency':'RUB'}", "amount;{'value':199,'currency':'RUB'}",
            "amount;{'value':'199','currency':'RUB'}"})
    void an_amount_whose_meaning_is_certain_is_read(String member, String odd) {
        var ref = fixture.payCheckout(fixture.newPayment());
        fixture.fake.distort(ref.id(), member, odd.replace('\'', '"'));

        assertThat(fixture.pollReports(ref)).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class, received -> assertThat(
                        received.paid().amount()).isEqualTo(YooKassaFixture.PRICE));
    }

    @Test
    void a_payment_requested_with_another_body_is_found_under_its_key() {
        var details = fixture.newPayment();
        var checkout = fixture.openCheckout(details);

        var changed =
                fixture.gateway(it -> it.withCaptureMode(YooKassaSettings.CaptureMode.MANUAL));

        assertThat(changed.open(details)).isEqualTo(new Opened(checkout));
        assertThat(fixture.fake.payments()).hasSize(1);
    }

    @Test
    void a_payment_whose_key_has_expired_is_searched_for_and_not_made_again() {
        var details = fixture.newPayment();
        fixture.fake.failNext(YooKassaFault.LOSE_ANSWER);
        assertThat(fixture.gateway.open(details)).isInstanceOf(Unknown.class);
        fixture.fake.pay(fixture.fake.payments().getFirst().path("id").stringValue());
        fixture.passTime(Duration.ofHours(24));

        var found = fixture.gateway.open(details);

        assertThat(found).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.checkout().link()).isEqualTo("https://example.com/paid");
            assertThat(fixture.pollReports(opened.checkout().ref())).singleElement()
                    .isInstanceOf(PaymentReceived.class);
        });
        assertThat(fixture.fake.payments()).hasSize(1);
    }

    @Test
    void a_payment_too_old_to_be_made_is_declined() {
        var details = fixture.newPayment();
        fixture.passTime(Duration.ofHours(24));

        assertThat(fixture.gateway.open(details)).isInstanceOf(Declined.class);
        assertThat(fixture.fake.payments()).isEmpty();
    }

    @Test
    void an_old_payment_is_found_among_thousands() {
        var details = fixture.newPayment();
        var checkout = fixture.openCheckout(details);
        for (int i = 0; i < 250; i++) {
            fixture.openCheckout(fixture.newPayment());
        }
        fixture.passTime(Duration.ofMinutes(30));

        var found = fixture.gateway.queries().findPaymentFor(details);

        assertThat(found).isInstanceOfSatisfying(YooKassaLookup.LookupFound.class,
                there -> assertThat(there.value()
                        .toString()).contains(checkout.ref().id()));
    }

    @Test
    void a_payment_that_does_not_say_where_to_pay_is_read_once_more() {
        fixture.fake.failNext(YooKassaFault.NO_CONFIRMATION);

        assertThat(fixture.openCheckout(fixture.newPayment()).link()).startsWith("http://");
    }

    @Test
    void a_payment_that_never_says_where_to_pay_is_not_open_yet() {
        fixture.fake.failNext(YooKassaFault.NO_CONFIRMATION);
        fixture.fake.failNext(YooKassaFault.NO_CONFIRMATION);

        assertThat(fixture.gateway.open(fixture.newPayment())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_payment_over_another_amount_than_billed_is_not_opened() {
        var details = fixture.newPayment();
        var checkout = fixture.openCheckout(details);
        fixture.fake.changeAmount(checkout.ref().id(), Money.of(100, "RUB"));
        fixture.fake.failNext(YooKassaFault.REFUSE);

        assertThat(fixture.gateway.open(details)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_payment_over_another_amount_is_reported_as_it_is() {
        var checkout = fixture.openCheckout(fixture.newPayment());
        fixture.fake.changeAmount(checkout.ref().id(), Money.of(100, "RUB"));
        fixture.fake.pay(checkout.ref().id());

        assertThat(fixture.pollReports(checkout.ref())).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class, paymentReceived -> assertThat(
                        paymentReceived.paid().amount()).isEqualTo(Money.of(100, "RUB")));
    }

    @Test
    void a_payment_that_is_cancelled_at_once_is_declined_with_its_reason() {
        var details = fixture.newPayment();
        var checkout = fixture.openCheckout(details);
        fixture.fake.cancel(checkout.ref().id(), "yoo_money", "country_forbidden");
        fixture.fake.failNext(YooKassaFault.REFUSE);

        assertThat(fixture.gateway.open(details)).isEqualTo(new Declined("country_forbidden"));
    }

    @ParameterizedTest
    @CsvSource({"merchant,canceled_by_merchant,true", "yoo_money,expired_on_confirmation,true",
            "yoo_money,expired_on_capture,true", "yoo_money,deal_expired,true",
            "payment_network,3d_secure_failed,false", "payment_network,call_issuer,false",
            "payment_network,card_expired,false", "yoo_money,country_forbidden,false",
            "yoo_money,fraud_suspected,false", "payment_network,general_decline,false",
            "yoo_money,identification_required,false", "payment_network,insufficient_funds,false",
            "yoo_money,internal_timeout,false", "payment_network,invalid_card_number,false",
            "payment_network,invalid_csc,false", "payment_network,issuer_unavailable,false",
            "yoo_money,payment_method_limit_exceeded,false",
            "payment_network,payment_method_restricted,false",
            "yoo_money,permission_revoked,false", "yoo_money,unsupported_mobile_operator,false",
            "payment_network,a_reason_of_tomorrow,false"})
    void canceled_is_cancelled_or_declined_by_its_reason(String party, String reason, boolean up) {
        var checkout = fixture.openCheckout(fixture.newPayment());

        fixture.fake.cancel(checkout.ref().id(), party, reason);

        var report = fixture.pollReports(checkout.ref()).getFirst();
        assertThat(report).isEqualTo(up ? new PaymentCancelled(reason, fixture.clock.instant())
                : new GatewayReport.PaymentDeclined(reason, fixture.clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({"bank_card,card", "sbp,sbp", "yoo_money,yoo_money"})
    void the_payment_method_is_reported(String theirs, String ours) {
        var checkout = fixture.openCheckout(fixture.newPayment());
        fixture.passTime(Duration.ofMinutes(3));

        fixture.fake.pay(checkout.ref().id(), theirs);

        assertThat(fixture.pollReports(checkout.ref()).getFirst()).isInstanceOfSatisfying(
                PaymentReceived.class,
                paymentReceived -> {
                    assertThat(paymentReceived.paid().method()).isEqualTo(ours);
                    assertThat(paymentReceived.paid().methodDetails())
                            .contains("\"type\":\"" + theirs + "\"");
                    assertThat(paymentReceived.paid().at()).isEqualTo(fixture.clock.instant());
                });
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "NO_CONFIRMATION", "UNAUTHORIZED", "FORBIDDEN", "LOSE_ANSWER",
                    "CUT_BEFORE", "CUT_SHORT"})
    void a_poll_that_says_nothing_is_unknown(YooKassaFault fault) {
        var checkout = fixture.openCheckout(fixture.newPayment());
        fixture.fake.failNext(fault);

        assertThat(fixture.gateway.poll(checkout.ref())).isInstanceOf(Unknown.class);
    }
}
