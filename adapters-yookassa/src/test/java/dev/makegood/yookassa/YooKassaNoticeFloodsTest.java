package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Very many notices at once: few reads of their API, and nothing is lost. */
class YooKassaNoticeFloodsTest extends YooKassaNoticesTestBase {

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
}
