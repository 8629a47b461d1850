package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.TickingClock;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of ours, its gateway and a clock: what every test here starts with. */
final class YooKassaFixture implements AutoCloseable {

    static final String SECRET = "test_a-secret-that-may-not-be-seen-0123";
    static final Money PRICE = Money.of(19_900, "RUB");
    static final JsonMapper JSON = new JsonMapper();
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    final YooKassaCredentials credentials = new YooKassaCredentials("100500", SECRET);
    final FakeYooKassa fake = new FakeYooKassa(clock, "100500", SECRET);
    final YooKassaGateway gateway = gateway(settings -> settings);

    private int bills;

    /** Our gateway, set up in another way. */
    YooKassaGateway gateway(UnaryOperator<YooKassaSettings> change) {
        var settings = YooKassaSettings.of(credentials)
                .withBaseUrl(fake.baseUrl())
                .with(new HttpTimeouts(TIMEOUT, TIMEOUT));
        return new YooKassaGateway(change.apply(settings), clock);
    }

    void passTime(Duration time) {
        clock.advance(time);
        fake.tick();
    }

    PaymentDetails newPayment() {
        return newPayment("100 credits");
    }

    PaymentDetails newPayment(String description) {
        var id = new UUID(0x0000_7000_8000_0000L + ++bills, 0x8000_0000_0000_0000L);
        return new PaymentDetails(new PaymentId(id),
                new CustomerId(new UUID(0x7000, 0x8000L << 48)),
                YooKassaGateway.NAME, PRICE,
                new Purpose.Pack("starter", new Credits(100), Credits.NONE),
                description, new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/not-paid"),
                clock.instant());
    }

    Checkout openCheckout(PaymentDetails details) {
        return openCheckout(gateway, details);
    }

    Checkout openCheckout(YooKassaGateway other, PaymentDetails details) {
        var openingResult = other.open(details);
        assertThat(openingResult).isInstanceOf(Opened.class);
        return ((Opened) openingResult).checkout();
    }

    GatewayRef payCheckout(PaymentDetails details) {
        var ref = openCheckout(details).ref();
        fake.pay(ref.id());
        return ref;
    }

    RefundInstruction instruction(
            String key, PaymentDetails details, GatewayRef paid, long kopecks) {
        return new RefundInstruction(key, details, paid, Money.of(kopecks, "RUB"), "refund",
                clock.instant());
    }

    List<GatewayReport> pollReports(GatewayRef ref) {
        var poll = gateway.poll(ref);
        assertThat(poll).isInstanceOf(Polled.class);
        return ((Polled) poll).reports();
    }

    JsonNode lastRequestBody() {
        return JSON.readTree(fake.requests().getLast().body());
    }

    @Override
    public void close() {
        fake.close();
    }
}
