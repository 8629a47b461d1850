package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A shop of ours, its gateway and a clock: what every test here begins with. */
final class World implements AutoCloseable {

    static final String SECRET = "test_a-secret-that-nobody-may-see-0123";
    static final Money PRICE = Money.of(19_900, "RUB");
    static final Duration PATIENCE = Duration.ofSeconds(1);

    final HandClock clock = new HandClock();
    final Shop shop = new Shop("100500", SECRET);
    final FakeYooKassa fake = new FakeYooKassa(clock, shop);
    final YooKassa gateway = gateway(settings -> settings);

    private int bills;

    /** Our gateway, set up in another way. */
    YooKassa gateway(UnaryOperator<Settings> change) {
        var settings = Settings.of(shop)
                .at(fake.address())
                .with(new Patience(PATIENCE, PATIENCE));
        return new YooKassa(change.apply(settings), clock);
    }

    void pass(Duration time) {
        clock.forward(time);
        fake.tick();
    }

    Bill bill() {
        return bill("100 credits");
    }

    Bill bill(String description) {
        var id = new UUID(0x0000_7000_8000_0000L + ++bills, 0x8000_0000_0000_0000L);
        return new Bill(new PaymentId(id), new CustomerId(new UUID(0x7000, 0x8000L << 48)),
                YooKassa.NAME, PRICE, new Purpose.Pack("starter", new Credits(100), Credits.NONE),
                description, new Bill.Return("https://example.com/paid",
                        "https://example.com/not-paid"),
                clock.instant());
    }

    Checkout opened(Bill bill) {
        return opened(gateway, bill);
    }

    Checkout opened(YooKassa other, Bill bill) {
        var opening = other.open(bill);
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).checkout();
    }

    GatewayRef paid(Bill bill) {
        var ref = opened(bill).ref();
        fake.pay(ref.id());
        return ref;
    }

    RefundOrder order(String key, Bill bill, GatewayRef paid, long kopecks) {
        return new RefundOrder(key, bill, paid, Money.of(kopecks, "RUB"), "refund",
                clock.instant());
    }

    List<GatewayReport> seen(GatewayRef ref) {
        var look = gateway.look(ref);
        assertThat(look).isInstanceOf(Seen.class);
        return ((Seen) look).reports();
    }

    JsonNode lastWish() {
        return Answer.JSON.readTree(fake.wishes().getLast().body());
    }

    @Override
    public void close() {
        fake.close();
    }
}
