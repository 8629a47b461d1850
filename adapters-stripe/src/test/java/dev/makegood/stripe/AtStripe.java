package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Reading;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.Fault;
import dev.makegood.stripe.fake.Notice;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What tests of the adapter share: a fake for each class, a shop in front of it, a customer who pays. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AtStripe {

    static final String KEY = "sk_test_nobody_may_see_this_0123";
    static final String SECRET = "whsec_nobody_may_see_this";
    static final Money PRICE = Money.of(114_818, "EUR");

    final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    final FakeStripe fake = new FakeStripe(clock, KEY, SECRET);
    final StripeSettings settings = StripeSettings.of(KEY, List.of(SECRET))
            .at(fake.address())
            .waiting(Duration.ofSeconds(10), 0);
    final Stripe stripe = new Stripe(settings, clock);
    final StripeNotices notices = new StripeNotices(settings, clock);

    private int bills;

    @BeforeEach
    void asUsual() {
        fake.eventsOf(Account.API_VERSION);
        fake.signWith(SECRET);
        fake.rotateKeyTo(KEY);
        fake.holdRefunds(false);
        fake.faultsFrom(() -> Fault.NONE);
    }

    @AfterAll
    void stop() {
        fake.close();
    }

    Bill aBill() {
        return aBill(PRICE);
    }

    Bill aBill(Money price) {
        return aBill(price, new Purpose.Pack("starter", new Credits(100), Credits.NONE));
    }

    Bill aBill(Money price, Purpose purpose) {
        var id = new UUID(0x0000_7000_8000_0000L + ++bills, 0x8000_0000_0000_0000L);
        return new Bill(new PaymentId(id), new CustomerId(new UUID(7, 7)), "stripe", price, purpose,
                "100 credits", new Bill.Return("https://example.com/paid?s={CHECKOUT_SESSION_ID}",
                        "https://example.com/back"),
                clock.instant());
    }

    Checkout opened(Bill bill) {
        var opening = stripe.open(bill);
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).checkout();
    }

    /** The id of a session that was paid. */
    String paid(Bill bill) {
        var session = opened(bill).ref().id();
        fake.pay(session);
        return session;
    }

    RefundOrder order(String key, Bill bill, String session, long minor) {
        var paid = new GatewayRef("stripe", fake.intentOf(session));
        return new RefundOrder(key, bill, paid, new Money(minor, bill.amount().currency()),
                "refund", clock.instant());
    }

    List<GatewayReport> seen(String id) {
        var look = stripe.look(ref(id));
        assertThat(look).isInstanceOf(Seen.class);
        return ((Seen) look).reports();
    }

    static GatewayRef ref(String id) {
        return new GatewayRef("stripe", id);
    }

    Reading read(Notice notice) {
        return notices.read(notice.bytes(), fake.headers(notice), "127.0.0.1");
    }

    Believed believed(Notice notice) {
        var reading = read(notice);
        assertThat(reading).isInstanceOf(Believed.class);
        return (Believed) reading;
    }

    GatewayReport told(Notice notice) {
        assertThat(believed(notice).reports()).hasSize(1);
        return believed(notice).reports().getFirst();
    }
}
