package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooksContract;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.stripe.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeBooksContractTest extends GatewayBooksContract {

    private final AtStripe shop = new AtStripe() {};
    private final StripeBooks books = new StripeBooks(shop.settings);

    @AfterEach
    void stop() {
        shop.stop();
    }

    @Test
    void what_others_sold_through_a_session_is_listed_once() {
        var session = shop.fake.create("mode=payment&success_url=https://example.com/"
                + "&line_items[0][price_data][currency]=eur"
                + "&line_items[0][price_data][unit_amount]=500"
                + "&line_items[0][price_data][product_data][name]=theirs");
        shop.fake.pay(session);

        var listing = books.between(now().minusSeconds(1), now().plusSeconds(1));

        assertThat(((Listed) listing).entries()).singleElement()
                .satisfies(entry -> assertThat(entry.names()).containsExactly(
                        AtStripe.ref(session), AtStripe.ref(shop.fake.intentOf(session))));
    }

    @Override
    protected GatewayBooks books() {
        return books;
    }

    @Override
    protected Instant now() {
        return shop.clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        shop.clock.pass(time);
    }

    @Override
    protected Bill opened() {
        var bill = shop.aBill();
        assertThat(shop.opened(bill).link()).isNotBlank();
        return bill;
    }

    @Override
    protected Bill paid() {
        var bill = shop.aBill();
        assertThat(shop.paid(bill)).isNotBlank();
        return bill;
    }

    @Override
    protected void giveBack(Bill bill, Money amount) {
        var session = shop.opened(bill).ref().id();
        assertThat(shop.stripe.giveBack(shop.order("back", bill, session, amount.minor())))
                .isInstanceOf(Returning.class);
    }

    @Override
    protected GatewayRef soldWithoutUs() {
        return AtStripe.ref(shop.fake.sellWithoutUs(500, "eur"));
    }

    @Override
    protected void breakAtTheNextCall() {
        shop.fake.next(Fault.UNAVAILABLE);
    }
}
