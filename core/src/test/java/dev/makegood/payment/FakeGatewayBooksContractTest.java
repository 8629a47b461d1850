package dev.makegood.payment;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;

/** The contract of a gateway's records runs here too, on payments that are only kept in a list. */
class FakeGatewayBooksContractTest extends GatewayBooksContract {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final Samples samples = Samples.fresh();
    private final TickingClock clock = new TickingClock(samples.start());
    private final FakeGatewayBooks books = new FakeGatewayBooks();

    @Override
    protected GatewayBooks books() {
        return books;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    protected PaymentDetails opened() {
        var details = new PaymentDetails(new PaymentId(samples.id()), samples.customer(), "fake",
                PRICE, new Purpose.Pack("starter", new Credits(100), Credits.NONE), "Starter",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"), now());
        books.open(details.ownRef(), now(), PRICE);
        return details;
    }

    @Override
    protected PaymentDetails paid() {
        var details = opened();
        books.pay(details.ownRef(), PRICE);
        return details;
    }

    @Override
    protected void refund(PaymentDetails details, Money amount) {
        books.refund(details.ownRef(), amount);
    }

    @Override
    protected GatewayRef sellWithoutUs() {
        var ref = new GatewayRef("fake", "theirs");
        books.open(ref, now(), PRICE);
        books.pay(ref, PRICE);
        return ref;
    }

    @Override
    protected PaymentDetails openedUnreadable() {
        var details = opened();
        books.garble(details.ownRef(), true);
        return details;
    }

    @Override
    protected void sellUnreadableWithoutUs() {
        books.garble(sellWithoutUs(), false);
    }

    @Override
    protected void breakAtTheNextCall() {
        books.breakNext();
    }
}
