package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooksContract;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class YooKassaBooksContractTest extends GatewayBooksContract {

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Override
    protected GatewayBooks books() {
        return fixture.gateway;
    }

    @Override
    protected Instant now() {
        return fixture.clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        fixture.passTime(time);
    }

    @Override
    protected PaymentDetails opened() {
        var details = fixture.newPayment();
        assertThat(fixture.openCheckout(details).link()).isNotBlank();
        return details;
    }

    @Override
    protected PaymentDetails paid() {
        var details = fixture.newPayment();
        assertThat(fixture.payCheckout(details).id()).isNotBlank();
        return details;
    }

    @Override
    protected void refund(PaymentDetails details, Money amount) {
        var ref = fixture.openCheckout(details).ref();
        assertThat(fixture.gateway
                .refund(fixture.instruction("back", details, ref, amount.minorUnits())))
                        .isInstanceOf(RefundAccepted.class);
    }

    @Override
    protected GatewayRef sellWithoutUs() {
        return YooKassaGateway.gatewayRef(fixture.fake.sellWithoutUs(Money.of(500, "RUB")));
    }

    @Override
    protected PaymentDetails openedUnreadable() {
        var details = fixture.newPayment();
        fixture.fake.distort(fixture.openCheckout(details).ref().id(), "amount", "[\"odd\"]");
        return details;
    }

    @Override
    protected void sellUnreadableWithoutUs() {
        fixture.fake.distort(sellWithoutUs().id(), "status", "\"melted\"");
    }

    @Override
    protected void breakAtTheNextCall() {
        fixture.fake.failNext(YooKassaFault.BROKEN_BEFORE);
    }
}
