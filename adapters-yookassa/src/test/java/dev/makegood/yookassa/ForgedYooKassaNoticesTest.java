package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices that anybody could have written: YooKassa signs none. */
class ForgedYooKassaNoticesTest extends YooKassaNoticesTestBase {

    @Test
    void an_invented_notice_of_the_right_shape_pays_nothing() {
        var ref = fixture.openCheckout(fixture.newPayment()).ref();
        var object =
                fixture.fake.payments().getFirst().put("status", "succeeded").put("paid", true);

        send(fixture.fake.webhooks().forgedNotice("payment.succeeded", object.toString()));

        assertThat(endpoint.readings).singleElement().isInstanceOf(Unverified.class);
        assertThat(fixture.pollReports(ref)).noneMatch(PaymentReceived.class::isInstance);
    }

    @Test
    void an_invented_refund_refunds_nothing() {
        var ref = fixture.payCheckout(fixture.newPayment());

        send(fixture.fake.webhooks().forgedNotice("refund.succeeded", """
                {"id":"%s","payment_id":"%s","status":"succeeded",
                 "amount":{"value":"199.00","currency":"RUB"}}""".formatted(ref.id(), ref.id())));

        assertThat(readVerified().reports()).isEmpty();
    }

    @Test
    void what_a_notice_says_of_its_object_is_never_used() {
        var ref = fixture.payCheckout(fixture.newPayment());
        var object = fixture.fake.payments().getFirst();
        object.putObject("amount").put("value", "999999.00").put("currency", "USD");
        object.putObject("metadata").put(YooKassaPayment.PAYMENT_ID_KEY, "another-system");

        send(fixture.fake.webhooks().forgedNotice("payment.succeeded", object.toString()));

        assertThat(readVerified().reports()).isEqualTo(fixture.pollReports(ref));
        assertThat(readVerified().paymentRefs()).doesNotContain(ref("another-system"));
    }

    @Test
    void a_payment_of_another_shop_is_not_ours() {
        try (var other = new FakeYooKassa(fixture.clock, "7", "test_7")) {
            var elsewhere = new YooKassaGateway(
                    YooKassaSettings.of(new YooKassaCredentials("7", "test_7"))
                            .withBaseUrl(other.baseUrl()),
                    fixture.clock);
            fixture.passTime(Duration.ofSeconds(1));
            var ref = fixture.openCheckout(elsewhere, fixture.newPayment()).ref();
            other.pay(ref.id());

            send(other.webhooks().notices().getFirst());

            assertThat(readVerified().paymentRefs()).containsExactly(ref);
            assertThat(readVerified().reports()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "185.71.76.32", "10.0.0.1", "::1", "", "unknown",
            "185.71.76.1, 10.0.0.1"})
    void a_notice_from_elsewhere_is_invalid_and_causes_no_call(String address) {
        var unused = fixture.payCheckout(fixture.newPayment());
        fixture.fake.server().forbidWhile(() -> true);

        var noticeReading = read(notice("payment.succeeded").body(), address);

        assertThat(noticeReading).isInstanceOf(InvalidSignature.class);
        fixture.fake.server().forbidWhile(() -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "..%2fme", "../../v3/refunds", "a/b", "a?b=c", "a#b",
            "http://example.com/", "//example.com", "@example.com", "%00", "a b", "\\u0000",
            "\\r\\nHost: example.com", "", ".", "..", "\u0438\u0434"})
    void a_hostile_id_never_reaches_their_api(String id) {
        fixture.fake.server().forbidWhile(() -> true);

        for (var event : List.of("payment.succeeded", "refund.succeeded")) {
            assertThat(read("{\"type\":\"notification\",\"event\":\"" + event
                    + "\",\"object\":{\"id\":\"" + id + "\"}}", THEIRS))
                            .as(event)
                            .isInstanceOf(InvalidSignature.class);
        }
        fixture.fake.server().forbidWhile(() -> false);
    }

    @Test
    void an_id_of_any_length_is_not_theirs() {
        assertThat(read("{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"" + "a".repeat(
                100_000) + "\"}}", THEIRS)).isInstanceOf(InvalidSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "7", "\"text\"", "<html></html>", "{}",
            "{\"event\":\"payment.succeeded\"}", "{\"event\":\"payment.succeeded\",\"object\":[]}",
            "{\"event\":\"\",\"object\":{\"id\":\"a\"}}",
            "{\"event\":\"payment.succeeded\",\"object\":{\"id\":7}}",
            "{\"event\":\"payment.succeeded\",\"object\":{\"id\":{\"a\":1}}}",
            "{\"event\":\"payment/../x.y\",\"object\":{\"id\":\"a\"}}"})
    void what_is_not_shaped_like_a_notice_is_invalid(String body) {
        assertThat(read(body, THEIRS)).isInstanceOf(InvalidSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "{}"})
    void a_notice_whose_event_cannot_be_read_is_read_back_by_its_object(String event) {
        var payment = fixture.payCheckout(fixture.newPayment()).id();
        var refund = fixture.fake.refundInCabinet(payment, Money.of(100, "RUB"));

        assertThat(reports("{\"event\":" + event + ",\"object\":{\"id\":\"" + payment + "\"}}"))
                .hasAtLeastOneElementOfType(PaymentReceived.class);
        assertThat(reports("{\"event\":" + event + ",\"object\":{\"id\":\"" + refund
                + "\",\"payment_id\":\"" + payment + "\"}}"))
                        .hasAtLeastOneElementOfType(RefundUpdated.class);
    }

    @Test
    void a_body_that_is_too_deep_or_too_large_is_invalid() {
        assertThat(read("[".repeat(100_000), THEIRS)).isInstanceOf(InvalidSignature.class);
        assertThat(read(" ".repeat(300_000), THEIRS)).isInstanceOf(InvalidSignature.class);
    }
}
