package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.yookassa.fake.FakeYooKassaNotice;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of notices start from: a shop at YooKassa, and its notices. */
abstract class YooKassaNoticesTestBase {

    static final String THEIRS = "185.71.76.1";

    final YooKassaFixture fixture = new YooKassaFixture();
    final Set<GatewayRef> known = new HashSet<>();
    final YooKassaNotices notices =
            new YooKassaNotices(fixture.gateway, YooKassaAddresses.PUBLISHED, known::contains);
    final NoticeEndpoint endpoint = new NoticeEndpoint(notices);

    @BeforeEach
    void open() {
        fixture.fake.webhooks().sendTo(endpoint.webhookUrl()).sendFrom(THEIRS);
    }

    @AfterEach
    void stop() {
        endpoint.close();
        fixture.close();
    }

    FakeYooKassaNotice notice(String event) {
        return fixture.fake.webhooks()
                .notices()
                .stream()
                .filter(notice -> notice.eventType().equals(event))
                .findFirst()
                .orElseThrow();
    }

    void send(FakeYooKassaNotice notice) {
        assertThat(fixture.fake.webhooks().send(notice)).isPositive();
    }

    NoticeReading read(String body, String address) {
        return notices.read(body.getBytes(StandardCharsets.UTF_8), Map.of(), address);
    }

    List<GatewayReport> reports(String body) {
        var reading = read(body, THEIRS);
        assertThat(reading).isInstanceOf(Verified.class);
        return ((Verified) reading).reports();
    }

    Verified readVerified() {
        assertThat(endpoint.readings.getLast()).isInstanceOf(Verified.class);
        return (Verified) endpoint.readings.getLast();
    }

    static List<PaymentRefund> refunds(List<GatewayReport> reports) {
        return reports.stream()
                .filter(RefundUpdated.class::isInstance)
                .map(report -> ((RefundUpdated) report).refund())
                .toList();
    }

    static GatewayRef ref(String id) {
        return new GatewayRef("yookassa", id);
    }
}
