package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooksContract;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway.Returning;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class YooKassaBooksContractTest extends GatewayBooksContract {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Override
    protected GatewayBooks books() {
        return world.gateway;
    }

    @Override
    protected Instant now() {
        return world.clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        world.pass(time);
    }

    @Override
    protected Bill opened() {
        var bill = world.bill();
        assertThat(world.opened(bill).link()).isNotBlank();
        return bill;
    }

    @Override
    protected Bill paid() {
        var bill = world.bill();
        assertThat(world.paid(bill).id()).isNotBlank();
        return bill;
    }

    @Override
    protected void giveBack(Bill bill, Money amount) {
        var ref = world.opened(bill).ref();
        assertThat(world.gateway.giveBack(world.order("back", bill, ref, amount.minor())))
                .isInstanceOf(Returning.class);
    }

    @Override
    protected GatewayRef soldWithoutUs() {
        return YooKassa.ref(world.fake.sellWithoutUs(Money.of(500, "RUB")));
    }

    @Override
    protected void breakAtTheNextCall() {
        world.fake.next(Fault.BROKEN_BEFORE);
    }
}
