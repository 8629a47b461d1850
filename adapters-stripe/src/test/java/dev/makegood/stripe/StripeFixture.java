package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.DisputeUpdated;
import dev.makegood.payment.GatewayReport.RefundUpdated;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.FakeStripeNotice;
import dev.makegood.stripe.fake.FakeStripeRequest;
import dev.makegood.stripe.fake.StripeFault;
import dev.makegood.testing.TickingClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What tests of the adapter share: a fake for each class, our gateway, a customer who pays. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StripeFixture {

    static final String KEY = "sk_test_a_key_that_may_not_be_seen_0123";
    static final String SECRET = "whsec_a_secret_that_may_not_be_seen";
    static final Money PRICE = Money.of(114_818, "EUR");

    final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    final FakeStripe fake = new FakeStripe(clock, KEY, SECRET);
    final StripeSettings settings = StripeSettings.of(KEY, List.of(SECRET))
            .withBaseUrl(fake.baseUrl())
            .withTimeoutAndRetries(Duration.ofSeconds(10), 0);
    final StripeGateway stripeGateway = new StripeGateway(settings, clock);
    final StripeNotices notices = new StripeNotices(settings, clock);

    private int paymentCount;

    @BeforeEach
    void resetFake() {
        fake.setEventVersion(StripeApi.API_VERSION);
        fake.signWith(SECRET);
        fake.rotateKey(KEY);
        fake.keepRefundsPending(false);
        fake.drawFaultsFrom(() -> StripeFault.NONE);
    }

    @AfterAll
    void stop() {
        fake.close();
    }

    PaymentDetails newPayment() {
        return newPayment(PRICE);
    }

    PaymentDetails newPayment(Money price) {
        return newPayment(price, new Purpose.Pack("starter", new Credits(100), Credits.NONE));
    }

    PaymentDetails newPayment(Money price, Purpose purpose) {
        var id = new UUID(0x0000_7000_8000_0000L + ++paymentCount, 0x8000_0000_0000_0000L);
        return new PaymentDetails(new PaymentId(id), new CustomerId(new UUID(7, 7)), "stripe",
                price, purpose,
                "100 credits",
                new PaymentDetails.ReturnUrls("https://example.com/paid?s={CHECKOUT_SESSION_ID}",
                        "https://example.com/back"),
                clock.instant());
    }

    Checkout openCheckout(PaymentDetails details) {
        var openingResult = stripeGateway.open(details);
        assertThat(openingResult).isInstanceOf(Opened.class);
        return ((Opened) openingResult).checkout();
    }

    /** The id of a session that was paid. */
    String paySession(PaymentDetails details) {
        var session = openCheckout(details).ref().id();
        fake.pay(session);
        return session;
    }

    RefundInstruction instruction(String key, PaymentDetails details, String session, long minor) {
        var paid = new GatewayRef("stripe", fake.intentOf(session));
        return new RefundInstruction(key, details, paid,
                new Money(minor, details.amount().currency()),
                "refund", clock.instant());
    }

    List<GatewayReport> pollReports(String id) {
        var poll = stripeGateway.poll(ref(id));
        assertThat(poll).isInstanceOf(Polled.class);
        return ((Polled) poll).reports();
    }

    static GatewayRef ref(String id) {
        return new GatewayRef("stripe", id);
    }

    NoticeReading read(FakeStripeNotice notice) {
        return notices.read(notice.bytes(), fake.headers(notice), "127.0.0.1");
    }

    Verified readVerified(FakeStripeNotice notice) {
        var noticeReading = read(notice);
        assertThat(noticeReading).isInstanceOf(Verified.class);
        return (Verified) noticeReading;
    }

    GatewayReport readReport(FakeStripeNotice notice) {
        assertThat(readVerified(notice).reports()).hasSize(1);
        return readVerified(notice).reports().getFirst();
    }

    Dispute dispute(FakeStripeNotice notice) {
        return ((DisputeUpdated) readReport(notice)).dispute();
    }

    RefundUpdated refund(String key, RefundStatus refundStatus) {
        return new RefundUpdated(
                new PaymentRefund(key, Money.of(100, "EUR"), refundStatus, clock.instant()));
    }

    FakeStripeRequest last() {
        return fake.requests().getLast();
    }

    static String decoded(String body) {
        return URLDecoder.decode(body, StandardCharsets.UTF_8);
    }
}
