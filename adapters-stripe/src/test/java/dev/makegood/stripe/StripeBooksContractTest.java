package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooksContract;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.stripe.fake.StripeFault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeBooksContractTest extends GatewayBooksContract {

    private final StripeFixture shop = new StripeFixture() {};
    private final StripeBooks books = new StripeBooks(shop.settings);

    @AfterEach
    void stop() {
        shop.stop();
    }

    @Test
    void what_others_sold_through_a_session_is_listed_once() {
        var session = shop.fake.createSession("mode=payment&success_url=https://example.com/"
                + "&line_items[0][price_data][currency]=eur"
                + "&line_items[0][price_data][unit_amount]=500"
                + "&line_items[0][price_data][product_data][name]=theirs");
        shop.fake.pay(session);

        var listResult = books.list(now().minusSeconds(1), now().plusSeconds(1));

        assertThat(((Listed) listResult).entries()).singleElement()
                .satisfies(gatewayEntry -> assertThat(gatewayEntry.refs()).containsExactly(
                        StripeFixture.ref(session),
                        StripeFixture.ref(shop.fake.intentOf(session))));
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
        shop.clock.advance(time);
    }

    @Override
    protected PaymentDetails opened() {
        var details = shop.newPayment();
        assertThat(shop.openCheckout(details).link()).isNotBlank();
        return details;
    }

    @Override
    protected PaymentDetails paid() {
        var details = shop.newPayment();
        assertThat(shop.paySession(details)).isNotBlank();
        return details;
    }

    @Override
    protected void refund(PaymentDetails details, Money amount) {
        var session = shop.openCheckout(details).ref().id();
        assertThat(shop.stripeGateway
                .refund(shop.instruction("back", details, session, amount.minorUnits())))
                        .isInstanceOf(RefundAccepted.class);
    }

    @Override
    protected GatewayRef sellWithoutUs() {
        return StripeFixture.ref(shop.fake.sellWithoutUs(500, "eur"));
    }

    @Override
    protected PaymentDetails openedUnreadable() {
        var details = shop.newPayment();
        shop.fake.distort(shop.openCheckout(details).ref().id(), "amount_total", "{\"odd\":[]}");
        return details;
    }

    @Override
    protected void sellUnreadableWithoutUs() {
        shop.fake.distort(sellWithoutUs().id(), "currency", "\"zzz\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount_total=\"zzz\"", "currency=\"zzz\"", "payment_status=\"new\"",
            "payment_intent=[7]", "client_reference_id={}", "shipping_cost=7"})
    void whatever_is_odd_about_a_session_of_ours_it_is_named(String odd) {
        var details = shop.newPayment();
        var session = shop.openCheckout(details).ref().id();
        shop.fake.distort(session, odd.split("=", 2)[0], odd.split("=", 2)[1]);

        var listed = (Listed) books.list(now().minusSeconds(1), now().plusSeconds(1));

        assertThat(listed.unreadable()).singleElement()
                .satisfies(entry -> assertThat(entry.refs()).contains(StripeFixture.ref(session),
                        details.ownRef()));
    }

    @Override
    protected void breakAtTheNextCall() {
        shop.fake.failNext(StripeFault.UNAVAILABLE);
    }
}
