package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Reading;
import dev.makegood.payment.NoticeReader.Unproved;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.yookassa.Settings.Stages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaNoticesTest {

    private static final String THEIRS = "185.71.76.1";

    private final World world = new World();
    private final YooKassaNotices notices =
            new YooKassaNotices(world.gateway, Sources.OF_YOOKASSA);
    private final Door door = new Door(notices);

    @BeforeEach
    void open() {
        world.fake.post().to(door.address()).from(THEIRS);
    }

    @AfterEach
    void stop() {
        door.close();
        world.close();
    }

    @Test
    void what_was_paid_is_heard_without_any_signature() {
        var bill = world.bill();
        var ref = world.paid(bill);

        world.fake.tick();

        assertThat(door.readings).singleElement().isInstanceOfSatisfying(Believed.class, heard -> {
            assertThat(heard.notice())
                    .isEqualTo(ref("payment.succeeded/" + ref.id() + "/succeeded"));
            assertThat(heard.about()).containsExactly(ref, bill.ref());
            assertThat(heard.reports()).isEqualTo(world.seen(ref));
        });
    }

    @Test
    void the_same_notice_has_the_same_name_each_time() {
        var ref = world.paid(world.bill());
        for (int i = 0; i < 5; i++) {
            send(letter("payment.succeeded"));
        }

        assertThat(door.readings).hasSize(5)
                .allMatch(heard -> ((Believed) heard).notice()
                        .equals(ref("payment.succeeded/" + ref.id() + "/succeeded")));
        assertThat(door.bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void what_ended_without_money_is_heard() {
        var ref = world.opened(world.bill()).ref();

        world.pass(Duration.ofHours(1));

        assertThat(believed().about()).contains(ref);
        assertThat(believed().reports()).containsExactly(
                new GivenUp("expired_on_confirmation", world.clock.instant()));
    }

    @Test
    void a_late_notice_of_money_set_aside_is_heard_as_what_is_true_now() {
        var gateway = world.gateway(it -> it.in(Stages.TWO));
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        world.fake.pay(ref.id());
        send(letter("payment.waiting_for_capture"));
        assertThat(believed().reports()).singleElement().isInstanceOf(Authorised.class);
        assertThat(gateway.capture(ref, bill)).isNotNull();

        send(letter("payment.succeeded"));
        send(letter("payment.waiting_for_capture"));

        assertThat(believed().reports()).singleElement().isInstanceOf(Received.class);
        assertThat(door.readings.stream().map(heard -> ((Believed) heard).notice()).distinct())
                .hasSize(3);
    }

    @Test
    void a_notice_before_its_truth_is_not_believed_and_comes_again() {
        world.fake.readsLagBehind(Duration.ofMinutes(5));
        var bill = world.bill();
        var ref = world.opened(bill).ref();
        world.pass(Duration.ofMinutes(10));
        world.fake.pay(ref.id());

        world.fake.tick();
        world.pass(Duration.ofMinutes(6));

        assertThat(door.readings).hasSize(2);
        assertThat(door.readings.getFirst()).isInstanceOf(Unproved.class);
        assertThat(believed().reports()).singleElement().isInstanceOf(Received.class);
    }

    @Test
    void a_notice_of_a_payment_nobody_made_yet_says_nothing_of_it() {
        world.fake.readsLagBehind(Duration.ofMinutes(5));
        world.fake.next(Fault.LOSE_ANSWER);
        var unknown = world.gateway.open(world.bill());
        var id = world.fake.payments().getFirst().path("id").stringValue();
        world.fake.pay(id);

        world.fake.tick();

        assertThat(unknown).isNotNull();
        assertThat(believed().reports()).isEmpty();
        assertThat(believed().notice()).isEqualTo(ref("payment.succeeded/" + id + "/absent"));
    }

    @Test
    void a_forged_notice_of_the_right_shape_pays_nothing() {
        var ref = world.opened(world.bill()).ref();
        var object = world.fake.payments().getFirst().put("status", "succeeded").put("paid", true);

        send(world.fake.post().forged("payment.succeeded", object.toString()));

        assertThat(door.readings).singleElement().isInstanceOf(Unproved.class);
        assertThat(world.seen(ref)).noneMatch(Received.class::isInstance);
    }

    @Test
    void a_forged_refund_gives_nothing_back() {
        var ref = world.paid(world.bill());

        send(world.fake.post().forged("refund.succeeded", """
                {"id":"%s","payment_id":"%s","status":"succeeded",
                 "amount":{"value":"199.00","currency":"RUB"}}""".formatted(ref.id(), ref.id())));

        assertThat(believed().reports()).isEmpty();
    }

    @Test
    void what_a_notice_says_of_its_object_is_never_believed() {
        var ref = world.paid(world.bill());
        var object = world.fake.payments().getFirst();
        object.putObject("amount").put("value", "999999.00").put("currency", "USD");
        object.putObject("metadata").put(TheirPayment.OURS, "somebody-else");

        send(world.fake.post().forged("payment.succeeded", object.toString()));

        assertThat(believed().reports()).isEqualTo(world.seen(ref));
        assertThat(believed().about()).doesNotContain(ref("somebody-else"));
    }

    @Test
    void a_payment_of_another_shop_is_nothing_of_ours() {
        try (var other = new FakeYooKassa(world.clock, new Shop("7", "test_7"))) {
            var elsewhere = new YooKassa(Settings.of(new Shop("7", "test_7")).at(other.address()),
                    world.clock);
            world.pass(Duration.ofSeconds(1));
            var ref = world.opened(elsewhere, world.bill()).ref();
            other.pay(ref.id());

            send(other.post().letters().getFirst());

            assertThat(believed().about()).containsExactly(ref);
            assertThat(believed().reports()).isEmpty();
        }
    }

    @Test
    void a_payment_that_we_did_not_ask_for_is_told_under_their_name_alone() {
        var id = world.fake.sellWithoutUs(Money.of(30_000, "RUB"));

        world.fake.tick();

        assertThat(believed().about()).containsExactly(ref(id));
        assertThat(believed().reports()).singleElement().isInstanceOf(Received.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "185.71.76.32", "10.0.0.1", "::1", "", "unknown",
            "185.71.76.1, 10.0.0.1"})
    void a_notice_from_elsewhere_is_forged_and_nobody_asks_about_it(String address) {
        var unused = world.paid(world.bill());
        world.fake.stage().forbidWhile(() -> true);

        var reading = read(letter("payment.succeeded").body(), address);

        assertThat(reading).isInstanceOf(Forged.class);
        world.fake.stage().forbidWhile(() -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "..%2fme", "../../v3/refunds", "a/b", "a?b=c", "a#b",
            "http://example.com/", "//example.com", "@example.com", "%00", "a b", "\\u0000",
            "\\r\\nHost: example.com", "", ".", "..", "\u0438\u0434"})
    void a_hostile_id_never_reaches_their_api(String id) {
        world.fake.stage().forbidWhile(() -> true);

        for (var event : List.of("payment.succeeded", "refund.succeeded")) {
            assertThat(read("{\"type\":\"notification\",\"event\":\"" + event
                    + "\",\"object\":{\"id\":\"" + id + "\"}}", THEIRS))
                            .as(event)
                            .isInstanceOf(Forged.class);
        }
        world.fake.stage().forbidWhile(() -> false);
    }

    @Test
    void an_id_of_any_length_is_nobodys() {
        assertThat(read("{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"" + "a".repeat(
                100_000) + "\"}}", THEIRS)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "7", "\"text\"", "<html></html>", "{}",
            "{\"event\":\"payment.succeeded\"}", "{\"event\":\"payment.succeeded\",\"object\":[]}",
            "{\"event\":7,\"object\":{\"id\":\"a\"}}", "{\"event\":\"\",\"object\":{\"id\":\"a\"}}",
            "{\"event\":\"payment.succeeded\",\"object\":{\"id\":7}}",
            "{\"event\":\"payment.succeeded\",\"object\":{\"id\":{\"a\":1}}}",
            "{\"event\":\"payment/../x.y\",\"object\":{\"id\":\"a\"}}"})
    void what_is_not_shaped_like_a_notice_is_forged(String body) {
        assertThat(read(body, THEIRS)).isInstanceOf(Forged.class);
    }

    @Test
    void a_body_that_is_too_deep_or_too_large_is_forged() {
        assertThat(read("[".repeat(100_000), THEIRS)).isInstanceOf(Forged.class);
        assertThat(read(" ".repeat(300_000), THEIRS)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout.succeeded", "deal.closed", "payment_method.active",
            "something.of_tomorrow"})
    void notices_of_other_products_are_taken_kindly(String event) {
        assertThat(read("{\"event\":\"" + event + "\",\"object\":{\"id\":\"po-1\"}}", THEIRS))
                .isInstanceOf(Irrelevant.class);
    }

    @Test
    void fields_that_nobody_knew_are_left_aside() {
        var ref = world.paid(world.bill());

        assertThat(read("{\"sent_by\":{\"x\":[1]},\"event\":\"payment.succeeded\",\"object\":"
                + "{\"id\":\"" + ref.id() + "\",\"new\":true}}", THEIRS))
                        .isInstanceOf(Believed.class);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = {"NONE", "NO_CONFIRMATION",
            "UNAUTHORIZED", "FORBIDDEN", "LOSE_ANSWER", "CUT_BEFORE", "CUT_SHORT"})
    void a_notice_that_cannot_be_proved_now_comes_again(Fault fault) {
        var unused = world.paid(world.bill());
        world.fake.next(fault);

        world.fake.tick();
        world.pass(Duration.ofMinutes(1));

        assertThat(door.readings).hasSize(2);
        assertThat(door.readings.getFirst()).isInstanceOf(Unproved.class);
        assertThat(believed().reports()).singleElement().isInstanceOf(Received.class);
    }

    @Test
    void money_given_back_is_heard_about_its_payment() {
        var bill = world.bill();
        var paid = world.paid(bill);
        world.fake.keepRefundsPending();
        assertThat(world.gateway.giveBack(world.order("ours", bill, paid, 5_000)))
                .isInstanceOf(Returning.class);
        world.fake.endRefunds();

        send(letter("refund.succeeded"));

        assertThat(believed().about()).containsExactly(paid, bill.ref());
        assertThat(refunds(believed().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple("ours", Money.of(5_000, "RUB"), State.SUCCEEDED));
    }

    @Test
    void money_given_back_in_the_cabinet_is_heard_with_their_key() {
        var paid = world.paid(world.bill());
        var theirs = world.fake.refundInTheCabinet(paid.id(), Money.of(700, "RUB"));

        world.fake.tick();

        assertThat(refunds(believed().reports()))
                .extracting(PaymentRefund::key, PaymentRefund::amount, PaymentRefund::state)
                .containsExactly(tuple(theirs, Money.of(700, "RUB"), State.SUCCEEDED));
        assertThat(believed().notice())
                .isEqualTo(ref("refund.succeeded/" + theirs + "/succeeded"));
    }

    @Test
    void notices_in_any_order_end_in_the_same_reports() {
        var bill = world.bill();
        var paid = world.paid(bill);
        assertThat(world.gateway.giveBack(world.order("a", bill, paid, 5_000))).isNotNull();
        world.fake.refundInTheCabinet(paid.id(), Money.of(700, "RUB"));

        world.fake.post().letters().reversed().forEach(this::send);

        assertThat(door.readings).hasSize(3)
                .extracting(heard -> ((Believed) heard).reports())
                .containsOnly(world.seen(paid));
    }

    private Letter letter(String event) {
        return world.fake.post()
                .letters()
                .stream()
                .filter(letter -> letter.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void send(Letter letter) {
        assertThat(world.fake.post().send(letter)).isPositive();
    }

    private Reading read(String body, String address) {
        return notices.read(body.getBytes(StandardCharsets.UTF_8), Map.of(), address);
    }

    private Believed believed() {
        assertThat(door.readings.getLast()).isInstanceOf(Believed.class);
        return (Believed) door.readings.getLast();
    }

    private static List<PaymentRefund> refunds(List<GatewayReport> reports) {
        return reports.stream()
                .filter(RefundIs.class::isInstance)
                .map(report -> ((RefundIs) report).refund())
                .toList();
    }

    private static GatewayRef ref(String id) {
        return new GatewayRef("yookassa", id);
    }
}
