package dev.makegood.yookassa;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.NoticeReaderContract;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class YooKassaNoticesContractTest extends NoticeReaderContract {

    private static final String PUBLISHED_ADDRESS = "185.71.76.1";

    private final YooKassaFixture fixture = new YooKassaFixture();
    private final YooKassaNotices notices =
            new YooKassaNotices(fixture.gateway, YooKassaAddresses.PUBLISHED, ref -> false);
    private int payments;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Override
    protected NoticeReader reader() {
        return notices;
    }

    @Override
    protected PaymentDetails opened() {
        return new PaymentDetails(
                new PaymentId(new UUID(0x0000_7000_8000_0000L + ++payments, 0x8000L << 48)),
                new CustomerId(new UUID(7, 7)), YooKassaGateway.NAME, YooKassaFixture.PRICE,
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/back"),
                fixture.clock.instant());
    }

    @Override
    protected RawNotice payAndNotify(PaymentDetails details) {
        var ref = fixture.payCheckout(details);
        return genuine("payment.succeeded", ref.id());
    }

    @Override
    protected RawNotice forged(RawNotice notice) {
        return new RawNotice(notice.body(), notice.headers(), "192.0.2.1");
    }

    @Override
    protected RawNotice unreadable(PaymentDetails details) {
        var ref = fixture.payCheckout(details);
        fixture.fake.distort(ref.id(), "amount", "{\"value\":\"one\",\"currency\":\"RUB\"}");
        return genuine("payment.succeeded", ref.id());
    }

    @Override
    protected RawNotice irrelevant() {
        return genuine("payout.succeeded", "po-1");
    }

    private static RawNotice genuine(String event, String objectId) {
        var body = "{\"type\":\"notification\",\"event\":\"%s\",\"object\":{\"id\":\"%s\"}}"
                .formatted(event, objectId);
        return new RawNotice(body.getBytes(StandardCharsets.UTF_8), Map.of(), PUBLISHED_ADDRESS);
    }
}
