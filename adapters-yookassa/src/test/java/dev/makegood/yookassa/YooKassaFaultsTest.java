package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.Checkout;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Opened;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under any faults and any number of calls: one payment for each of ours, one refund for an instruction. */
class YooKassaFaultsTest {

    private static final List<YooKassaFault> BAD_DAYS =
            List.of(YooKassaFault.NONE, YooKassaFault.NONE, YooKassaFault.LOSE_ANSWER,
                    YooKassaFault.BROKEN_AFTER, YooKassaFault.PROCESSING, YooKassaFault.BAD_GATEWAY,
                    YooKassaFault.GARBAGE,
                    YooKassaFault.CUT_SHORT, YooKassaFault.NO_ID, YooKassaFault.CUT_BEFORE,
                    YooKassaFault.BROKEN_BEFORE, YooKassaFault.TOO_MANY,
                    YooKassaFault.WALL, YooKassaFault.REDIRECT, YooKassaFault.NO_CONFIRMATION);

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothing_is_paid_twice_or_refunded_twice(long seed) {
        var dice = new Random(seed);
        fixture.fake.server().drawFaultsFrom(() -> BAD_DAYS.get(dice.nextInt(BAD_DAYS.size())));
        for (int i = 1; i <= 12; i++) {
            var details = fixture.newPayment();
            var ref = opened(details, dice).ref();
            fixture.fake.pay(ref.id());
            givenBack(fixture.instruction("order-" + i, details, ref, 5_000), dice);

            assertThat(fixture.fake.payments()).as("seed %d payment %d", seed, i).hasSize(i);
            assertThat(fixture.fake.refunds()).as("seed %d payment %d", seed, i).hasSize(i);
        }
    }

    private Checkout opened(PaymentDetails details, Random dice) {
        while (true) {
            switch (fixture.gateway.open(details)) {
                case Opened opened -> {
                    return opened.checkout();
                }
                case Unknown unknown -> fixture.clock.advance(
                        Duration.ofSeconds(dice.nextInt(5)));
                case Declined declined -> throw new AssertionError("a lie: " + declined);
            }
        }
    }

    private void givenBack(RefundInstruction instruction, Random dice) {
        while (true) {
            switch (fixture.gateway.refund(instruction)) {
                case RefundAccepted refundAccepted -> {
                    return;
                }
                case Unknown unknown -> fixture.clock.advance(
                        Duration.ofHours(dice.nextInt(30)));
                case Declined declined -> throw new AssertionError("a lie: " + declined);
            }
        }
    }
}
