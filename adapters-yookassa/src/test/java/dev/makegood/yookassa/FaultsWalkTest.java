package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever their side does, and however often we ask: one payment for a bill, one refund for an order. */
class FaultsWalkTest {

    private static final List<Fault> BAD_DAYS = List.of(Fault.NONE, Fault.NONE, Fault.LOSE_ANSWER,
            Fault.BROKEN_AFTER, Fault.PROCESSING, Fault.BAD_GATEWAY, Fault.GARBAGE,
            Fault.CUT_SHORT, Fault.NO_ID, Fault.CUT_BEFORE, Fault.BROKEN_BEFORE, Fault.TOO_MANY,
            Fault.WALL, Fault.REDIRECT, Fault.NO_CONFIRMATION);

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothing_is_paid_twice_or_given_back_twice(long seed) {
        var dice = new Random(seed);
        world.fake.stage().faultsFrom(() -> BAD_DAYS.get(dice.nextInt(BAD_DAYS.size())));
        for (int i = 1; i <= 12; i++) {
            var bill = world.bill();
            var ref = opened(bill, dice).ref();
            world.fake.pay(ref.id());
            givenBack(world.order("order-" + i, bill, ref, 5_000), dice);

            assertThat(world.fake.payments()).as("seed %d bill %d", seed, i).hasSize(i);
            assertThat(world.fake.refunds()).as("seed %d bill %d", seed, i).hasSize(i);
        }
    }

    private Checkout opened(Bill bill, Random dice) {
        while (true) {
            switch (world.gateway.open(bill)) {
                case Opened opened -> {
                    return opened.checkout();
                }
                case Unknown unknown -> world.clock.forward(
                        Duration.ofSeconds(dice.nextInt(5)));
                case Declined declined -> throw new AssertionError("a lie: " + declined);
            }
        }
    }

    private void givenBack(RefundOrder order, Random dice) {
        while (true) {
            switch (world.gateway.giveBack(order)) {
                case Returning returning -> {
                    return;
                }
                case Unknown unknown -> world.clock.forward(
                        Duration.ofHours(dice.nextInt(30)));
                case Declined declined -> throw new AssertionError("a lie: " + declined);
            }
        }
    }
}
