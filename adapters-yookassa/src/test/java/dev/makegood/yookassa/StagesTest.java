package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.PaymentGateway.Look;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.Settings.Stages;
import java.time.Duration;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagesTest {

    private final World world = new World();
    private final YooKassa gateway = world.gateway(it -> it.in(Stages.TWO));

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void money_is_set_aside_first_and_ours_when_it_is_captured() {
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        assertThat(world.lastWish().path("capture").asBoolean(true)).isFalse();
        world.fake.pay(ref.id());
        report(gateway.look(ref)).isInstanceOf(Authorised.class);

        var captured = gateway.capture(ref, bill);
        var again = gateway.capture(ref, bill);

        report(captured).isInstanceOf(Received.class);
        assertThat(again).isEqualTo(captured);
        assertThat(world.fake.wishes().getLast().key()).isEqualTo("capture-" + bill.id());
    }

    @Test
    void what_is_captured_is_what_was_billed() {
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        world.fake.changeAmount(ref.id(), Money.of(50_000, "RUB"));
        world.fake.pay(ref.id());

        report(gateway.capture(ref, bill)).isInstanceOfSatisfying(Received.class,
                received -> assertThat(received.paid().amount()).isEqualTo(bill.amount()));
    }

    @Test
    void a_capture_whose_answer_was_lost_is_asked_for_again() {
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        world.fake.pay(ref.id());
        world.fake.stage().nextWish(Fault.BROKEN_AFTER);

        assertThat(gateway.capture(ref, bill)).isInstanceOf(Unknown.class);
        report(gateway.capture(ref, bill)).isInstanceOf(Received.class);
    }

    @Test
    void what_was_set_aside_and_is_closed_is_given_up() {
        var ref = world.opened(gateway, world.bill()).ref();
        world.fake.pay(ref.id());

        report(gateway.expire(ref)).isInstanceOfSatisfying(GivenUp.class,
                up -> assertThat(up.why()).isEqualTo("canceled_by_merchant"));
        report(gateway.expire(ref)).isInstanceOf(GivenUp.class);
    }

    @Test
    void what_nobody_has_paid_cannot_be_closed_and_ends_by_itself() {
        var ref = world.opened(gateway, world.bill()).ref();

        report(gateway.expire(ref)).isInstanceOf(NotPaidYet.class);
        world.pass(Duration.ofHours(1));
        report(gateway.expire(ref)).isInstanceOf(GivenUp.class);
    }

    @Test
    void what_was_set_aside_and_not_captured_goes_back_after_a_week() {
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        world.fake.pay(ref.id());
        world.pass(Duration.ofDays(7));

        report(gateway.capture(ref, bill)).isInstanceOfSatisfying(GivenUp.class,
                up -> assertThat(up.why()).isEqualTo("expired_on_capture"));
    }

    private static ObjectAssert<Object> report(Look look) {
        assertThat(look).isInstanceOf(Seen.class);
        assertThat(((Seen) look).reports()).hasSize(1);
        return assertThat(((Seen) look).reports().getFirst());
    }
}
