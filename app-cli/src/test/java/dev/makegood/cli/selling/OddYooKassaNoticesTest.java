package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.selling.JsonMutation.JsonMutationKind;
import dev.makegood.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** As {@link OddStripeNoticesTest}, for YooKassa: its notices, and its objects when they are read back. */
class OddYooKassaNoticesTest {

    private static final SellingServer SELLING = new SellingServer();

    enum YooKassaNoticeKind {
        PAYMENT,
        REFUND
    }

    @AfterAll
    static void stop() {
        assertThat(SELLING.violations()).isEmpty();
        SELLING.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_of_any_shape_is_never_dropped(YooKassaNoticeKind kind) {
        var unused = prepare(kind);
        for (var mutation : OddNotices.mutationsOf(latestNotice(kind))) {
            var payment = prepare(kind);
            long seen = SELLING.quarantineCount();

            var status = deliver(mutation.applyTo(latestNotice(kind)));

            var about = OddNotices.describe(kind, mutation);
            assertThat(status).as(about).isEqualTo(hasNoId(mutation) ? 400 : 200);
            assertThat(hasEffect(kind, payment) || SELLING.quarantineCount() > seen).as(about)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_object_that_yookassa_itself_shows_in_any_shape_is_never_dropped(
            YooKassaNoticeKind kind) {
        var unused = prepare(kind);
        for (var mutation : OddNotices.mutationsOf(latestNotice(kind).path("object"))) {
            if (mutation.pointer().equals("/id")) {
                continue; // another object than was asked for is no answer
            }
            var payment = prepare(kind);
            var notice = latestNotice(kind);
            distort((ObjectNode) notice.path("object"), mutation);
            long seen = SELLING.quarantineCount();

            var status = deliver(notice);

            var about = OddNotices.describe(kind, mutation) + " at YooKassa";
            assertThat(status).as(about).isEqualTo(200);
            assertThat(hasEffect(kind, payment) || SELLING.quarantineCount() > seen).as(about)
                    .isTrue();
        }
    }

    private static void distort(ObjectNode object, JsonMutation mutation) {
        var odd = mutation.applyTo(object).get(mutation.topMember());
        SELLING.yooKassa.distort(object.path("id").stringValue(), mutation.topMember(),
                odd == null ? null : odd.toString());
    }

    /** Then there is nothing to read back: refused, and seen by an operator. */
    private static boolean hasNoId(JsonMutation mutation) {
        return mutation.kind() != JsonMutationKind.EXTRA
                && Set.of("/object", "/object/id").contains(mutation.pointer());
    }

    private static String prepare(YooKassaNoticeKind kind) {
        var payment = SELLING.createPayment("yookassa");
        var id = SELLING.yooKassa.payments().getLast().path("id").stringValue();
        SELLING.yooKassa.pay(id);
        if (kind == YooKassaNoticeKind.REFUND) {
            assertThat(deliver(genuine())).isEqualTo(200);
            assertThat(SELLING.yooKassa.refundInCabinet(id, Money.of(100, "RUB"))).isNotBlank();
        }
        return payment;
    }

    /** The last notice, its object as complete as the published sample. */
    private static ObjectNode latestNotice(YooKassaNoticeKind kind) {
        var notice = genuine();
        var sample = OddNotices.sample("yookassa-" + kind.name().toLowerCase(Locale.ROOT));
        return notice.set("object", sample.setAll((ObjectNode) notice.path("object")));
    }

    private static ObjectNode genuine() {
        return OddNotices.json(SELLING.yooKassa.webhooks().notices().getLast().body());
    }

    private static boolean hasEffect(YooKassaNoticeKind kind, String payment) {
        return kind == YooKassaNoticeKind.PAYMENT ? SELLING.isPaid(payment)
                : SELLING.isRefunded(payment);
    }

    private static int deliver(ObjectNode notice) {
        return SELLING.deliverNotice("yookassa",
                notice.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("X-Forwarded-For", SellingServer.YOOKASSA_ADDRESS, "Content-Type",
                        "application/json"));
    }
}
