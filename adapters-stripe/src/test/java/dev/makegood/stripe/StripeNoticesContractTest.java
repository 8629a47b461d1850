package dev.makegood.stripe;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.NoticeReaderContract;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.FakeStripeNotice;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class StripeNoticesContractTest extends NoticeReaderContract {

    private final StripeFixture shop = new StripeFixture() {};
    private int payments;

    @AfterEach
    void stop() {
        shop.stop();
    }

    @Override
    protected NoticeReader reader() {
        return shop.notices;
    }

    @Override
    protected PaymentDetails opened() {
        return new PaymentDetails(new PaymentId(new UUID(7, ++payments)),
                new CustomerId(new UUID(7, 7)), "stripe", StripeFixture.PRICE,
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/back"),
                shop.clock.instant());
    }

    @Override
    protected RawNotice payAndNotify(PaymentDetails details) {
        var unused = shop.paySession(details);
        var notice = shop.fake.lastNotice("checkout.session.completed");
        return new RawNotice(notice.bytes(), shop.fake.headers(notice), "192.0.2.1");
    }

    @Override
    protected RawNotice forged(RawNotice notice) {
        var signature = notice.headers()
                .get("stripe-signature")
                .replaceAll("v1=[0-9a-f]{8}",
                        "v1=00000000");
        return new RawNotice(notice.body(), Map.of("stripe-signature", signature),
                notice.remoteAddress());
    }

    @Override
    protected RawNotice unreadable(PaymentDetails details) {
        var session = shop.paySession(details);
        var genuine = shop.fake.lastNotice("checkout.session.completed");
        shop.fake.distort(session, "amount_total", "[1]");
        var odd = new FakeStripeNotice(genuine.id(), genuine.type(),
                genuine.body().replaceFirst("\"amount_total\" : [0-9]+", "\"amount_total\" : [1]"));
        return new RawNotice(odd.bytes(), shop.fake.headers(odd), "192.0.2.1");
    }

    @Override
    protected RawNotice irrelevant() {
        var notice = shop.fake.recordEvent("customer.created",
                "{\"id\":\"cus_1\",\"object\":\"customer\"}");
        return new RawNotice(notice.bytes(), shop.fake.headers(notice), "192.0.2.1");
    }
}
