package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import dev.makegood.yookassa.fake.FakeYooKassa;
import dev.makegood.yookassa.fake.FakeYooKassaNotice;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaNoticesTest {

    private static final String THEIRS = "185.71.76.1";

    private final YooKassaFixture fixture = new YooKassaFixture();
    private final Set<GatewayRef> known = new HashSet<>();
    private final YooKassaNotices notices =
            new YooKassaNotices(fixture.gateway, YooKassaAddresses.PUBLISHED, known::contains);
    private final NoticeEndpoint endpoint = new NoticeEndpoint(notices);

    @BeforeEach
    void open() {
        fixture.fake.webhooks().sendTo(endpoint.webhookUrl()).sendFrom(THEIRS);
    }

    @AfterEach
    void stop() {
        endpoint.close();
        fixture.close();
    }

    @Test
    void what_was_paid_is_verified_without_any_signature() {
        var details = fixture.newPayment();
        var ref = fixture.payCheckout(details);

        fixture.fake.tick();

        assertThat(endpoint.readings).singleElement()
                .isInstanceOfSatisfying(Verified.class, reading -> {
                    assertThat(reading.noticeRef())
                            .isEqualTo(ref("payment.succeeded/" + ref.id() + "/succeeded"));
                    assertThat(reading.paymentRefs()).containsExactly(ref, details.ownRef());
                    assertThat(reading.reports()).isEqualTo(fixture.pollReports(ref));
                });
    }

    @Test
    void the_same_notice_has_the_same_name_each_time() {
        var ref = fixture.payCheckout(fixture.newPayment());
        for (int i = 0; i < 5; i++) {
            send(notice("payment.succeeded"));
        }

        assertThat(endpoint.readings).hasSize(5)
                .allMatch(reading -> ((Verified) reading).noticeRef()
                        .equals(ref("payment.succeeded/" + ref.id() + "/succeeded")));
        assertThat(endpoint.bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void a_payment_that_was_not_paid_is_reported_as_cancelled() {
        var ref = fixture.openCheckout(fixture.newPayment()).ref();

        fixture.passTime(Duration.ofHours(1));

        assertThat(readVerified().paymentRefs()).contains(ref);
        assertThat(readVerified().reports()).containsExactly(
                new PaymentCancelled("expired_on_confirmation", fixture.clock.instant()));
    }

    @Test
    void a_late_notice_of_an_authorisation_is_read_as_what_is_true_now() {
        var gateway = fixture.gateway(it -> it.withCaptureMode(CaptureMode.MANUAL));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.pay(ref.id());
        send(notice("payment.waiting_for_capture"));
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentAuthorised.class);
        assertThat(gateway.capture(ref, details)).isNotNull();

        send(notice("payment.succeeded"));
        send(notice("payment.waiting_for_capture"));

        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
        assertThat(
                endpoint.readings.stream()
                        .map(reading -> ((Verified) reading).noticeRef())
                        .distinct())
                                .hasSize(3);
    }

    @Test
    void a_notice_before_its_status_is_unverified_and_comes_again() {
        fixture.fake.delayReads(Duration.ofMinutes(5));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(details).ref();
        fixture.passTime(Duration.ofMinutes(10));
        fixture.fake.pay(ref.id());

        fixture.fake.tick();
        fixture.passTime(Duration.ofMinutes(6));

        assertThat(endpoint.readings).hasSize(2);
        assertThat(endpoint.readings.getFirst()).isInstanceOf(Unverified.class);
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @Test
    void a_notice_of_a_payment_not_made_yet_says_nothing_of_it() {
        fixture.fake.delayReads(Duration.ofMinutes(5));
        fixture.fake.failNext(YooKassaFault.LOSE_ANSWER);
        var unknown = fixture.gateway.open(fixture.newPayment());
        var id = fixture.fake.payments().getFirst().path("id").stringValue();
        fixture.fake.pay(id);

        fixture.fake.tick();

        assertThat(unknown).isNotNull();
        assertThat(readVerified().reports()).isEmpty();
        assertThat(readVerified().noticeRef())
                .isEqualTo(ref("absent/" + fixture.clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

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

    @Test
    void a_payment_that_we_did_not_request_is_reported_under_their_id_alone() {
        var id = fixture.fake.sellWithoutUs(Money.of(30_000, "RUB"));

        fixture.fake.tick();

        assertThat(readVerified().paymentRefs()).containsExactly(ref(id));
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
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
    void a_flood_of_equal_notices_is_one_read_of_their_api_and_one_notice() {
        var payment = fixture.payCheckout(fixture.newPayment()).id();
        int before = fixture.fake.paymentReads();
        var refs = new HashSet<GatewayRef>();

        for (int i = 0; i < 1_000; i++) {
            var event = i % 2 == 0 ? "payment.succeeded" : "payment.a" + "b".repeat(i % 20);
            refs.add(((Verified) read("{\"event\":\"" + event + "\",\"object\":{\"id\":\"" + payment
                    + "\"}}", THEIRS)).noticeRef());
        }

        assertThat(fixture.fake.paymentReads() - before).isLessThanOrEqualTo(2);
        assertThat(refs).hasSize(2);
    }

    @Test
    void a_flood_of_invented_ids_is_a_few_reads_of_their_api_and_one_notice_an_hour() {
        var paid = fixture.payCheckout(fixture.newPayment());
        known.add(paid);
        int before = fixture.fake.paymentReads();

        var readings = IntStream.range(0, 1_000)
                .mapToObj(i -> read(naming("payment.succeeded", "invented-" + i), THEIRS))
                .toList();

        assertThat(fixture.fake.paymentReads() - before).isLessThanOrEqualTo(30);
        assertThat(readings.stream()
                .filter(Verified.class::isInstance)
                .map(reading -> ((Verified) reading).noticeRef())
                .distinct()).hasSize(1);
        assertThat(readings.getLast()).isInstanceOf(Unverified.class);
        assertThat(reports(naming("payment.succeeded", paid.id())))
                .hasAtLeastOneElementOfType(PaymentReceived.class);
    }

    @Test
    void what_came_during_a_flood_of_invented_ids_is_read_when_it_is_sent_again() {
        var notKnownYet = fixture.payCheckout(fixture.newPayment());
        for (int i = 0; i < 1_000; i++) {
            var unused = read(naming("refund.succeeded", "invented-" + i), THEIRS);
        }
        assertThat(read(naming("payment.succeeded", notKnownYet.id()), THEIRS))
                .isInstanceOf(Unverified.class);

        fixture.passTime(Duration.ofMinutes(1));

        assertThat(reports(naming("payment.succeeded", notKnownYet.id())))
                .hasAtLeastOneElementOfType(PaymentReceived.class);
    }

    private static String naming(String event, String id) {
        return "{\"event\":\"" + event + "\",\"object\":{\"id\":\"" + id + "\"}}";
    }

    @Test
    void a_body_that_is_too_deep_or_too_large_is_invalid() {
        assertThat(read("[".repeat(100_000), THEIRS)).isInstanceOf(InvalidSignature.class);
        assertThat(read(" ".repeat(300_000), THEIRS)).isInstanceOf(InvalidSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout.succeeded", "deal.closed", "payment_method.active",
            "something.of_tomorrow"})
    void notices_of_other_products_are_accepted_and_have_no_effect(String event) {
        assertThat(read("{\"event\":\"" + event + "\",\"object\":{\"id\":\"po-1\"}}", THEIRS))
                .isInstanceOf(Irrelevant.class);
    }

    @Test
    void unknown_fields_are_ignored() {
        var ref = fixture.payCheckout(fixture.newPayment());

        assertThat(read("{\"sent_by\":{\"x\":[1]},\"event\":\"payment.succeeded\",\"object\":"
                + "{\"id\":\"" + ref.id() + "\",\"new\":true}}", THEIRS))
                        .isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, mode = Mode.EXCLUDE,
            names = {"NONE", "NO_CONFIRMATION",
                    "UNAUTHORIZED", "FORBIDDEN", "LOSE_ANSWER", "CUT_BEFORE", "CUT_SHORT"})
    void a_notice_that_cannot_be_proved_now_comes_again(YooKassaFault fault) {
        var unused = fixture.payCheckout(fixture.newPayment());
        fixture.fake.failNext(fault);

        fixture.fake.tick();
        fixture.passTime(Duration.ofMinutes(1));

        assertThat(endpoint.readings).hasSize(2);
        assertThat(endpoint.readings.getFirst()).isInstanceOf(Unverified.class);
        assertThat(readVerified().reports()).singleElement().isInstanceOf(PaymentReceived.class);
    }

    @Test
    void a_refund_is_reported_about_its_payment() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        fixture.fake.keepRefundsPending();
        assertThat(fixture.gateway.refund(fixture.instruction("ours", details, paid, 5_000)))
                .isInstanceOf(RefundAccepted.class);
        fixture.fake.endRefunds();

        send(notice("refund.succeeded"));

        assertThat(readVerified().paymentRefs()).containsExactly(paid, details.ownRef());
        assertThat(refunds(readVerified().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple("ours", Money.of(5_000, "RUB"), RefundStatus.SUCCEEDED));
    }

    @Test
    void a_refund_in_the_cabinet_is_reported_with_their_key() {
        var paid = fixture.payCheckout(fixture.newPayment());
        var theirs = fixture.fake.refundInCabinet(paid.id(), Money.of(700, "RUB"));

        fixture.fake.tick();

        assertThat(refunds(readVerified().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::status)
                .containsExactly(tuple(theirs, Money.of(700, "RUB"), RefundStatus.SUCCEEDED));
        assertThat(readVerified().noticeRef())
                .isEqualTo(ref("refund.succeeded/" + theirs + "/succeeded"));
    }

    @Test
    void notices_in_any_order_end_in_the_same_reports() {
        var details = fixture.newPayment();
        var paid = fixture.payCheckout(details);
        assertThat(fixture.gateway.refund(fixture.instruction("a", details, paid, 5_000)))
                .isNotNull();
        fixture.fake.refundInCabinet(paid.id(), Money.of(700, "RUB"));

        fixture.fake.webhooks().notices().reversed().forEach(this::send);

        assertThat(endpoint.readings).hasSize(3)
                .extracting(reading -> ((Verified) reading).reports())
                .containsOnly(fixture.pollReports(paid));
    }

    private FakeYooKassaNotice notice(String event) {
        return fixture.fake.webhooks()
                .notices()
                .stream()
                .filter(notice -> notice.eventType().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void send(FakeYooKassaNotice notice) {
        assertThat(fixture.fake.webhooks().send(notice)).isPositive();
    }

    private NoticeReading read(String body, String address) {
        return notices.read(body.getBytes(StandardCharsets.UTF_8), Map.of(), address);
    }

    private List<GatewayReport> reports(String body) {
        var reading = read(body, THEIRS);
        assertThat(reading).isInstanceOf(Verified.class);
        return ((Verified) reading).reports();
    }

    private Verified readVerified() {
        assertThat(endpoint.readings.getLast()).isInstanceOf(Verified.class);
        return (Verified) endpoint.readings.getLast();
    }

    private static List<PaymentRefund> refunds(List<GatewayReport> reports) {
        return reports.stream()
                .filter(RefundUpdated.class::isInstance)
                .map(report -> ((RefundUpdated) report).refund())
                .toList();
    }

    private static GatewayRef ref(String id) {
        return new GatewayRef("yookassa", id);
    }
}
