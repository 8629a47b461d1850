package dev.makegood.simulation;

import static dev.makegood.simulation.SimulationChecks.expect;

import dev.makegood.event.Cause;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.testing.Samples;
import java.util.List;
import java.util.Optional;

/** Money that goes back: by us, by the gateway's own pages, by the payer's bank. */
final class SimulatedReversals {

    private static final Cause OPERATOR = new Cause("operator:test", "by request");

    private final Dice dice;
    private final Samples samples;
    private final FakeGateway gateway;
    private final NoticeDelivery notices;
    private final SimulatedServers servers;

    SimulatedReversals(
            Dice dice, Samples samples, FakeGateway gateway, NoticeDelivery notices,
            SimulatedServers servers) {
        this.dice = dice;
        this.samples = samples;
        this.gateway = gateway;
        this.notices = notices;
        this.servers = servers;
    }

    /** Something or nothing; what is requested of us, and so repeated until it is answered, is returned. */
    Optional<Runnable> reverse(Sale sale) {
        return switch (dice.upTo(3)) {
            case 0 -> refund(sale);
            case 1 -> refundAtGateway(sale);
            case 2 -> dispute(sale);
            default -> Optional.empty();
        };
    }

    private Optional<Runnable> refund(Sale sale) {
        var amount = sale.share(dice.between(1, 25));
        if (!(payment(sale) instanceof Payment.Succeeded) || amount.isNone()) {
            return Optional.empty();
        }
        var key = "refund-" + samples.id();
        return Optional.of(() -> refund(sale, key, amount));
    }

    /** What the payer's bank has taken back is not refunded beside it. */
    private void refund(Sale sale, String key, Money amount) {
        var answer = servers.current().payments().refund(key, sale.details.id(), amount, OPERATOR);
        if (answer instanceof PaymentRefundAnswer.PaymentRefunded) {
            sale.refundedByUs.put(key, amount.minorUnits());
        } else {
            expect(sale.isDisputed
                    && answer instanceof PaymentRefundAnswer.RefundExceedsPayment,
                    () -> "refused: " + key + ": " + answer);
        }
    }

    /** By the gateway's own pages; now and then the payer's bank declines it. */
    private Optional<Runnable> refundAtGateway(Sale sale) {
        var amount = sale.share(dice.between(1, 25));
        var key = "there-" + samples.id();
        boolean bounces = dice.chance(30);
        notices.add(sale, gateway.refundsWithoutUs(sale.ref(), key, amount,
                PaymentRefund.RefundStatus.SUCCEEDED));
        if (bounces) {
            notices.add(sale, gateway.refundsWithoutUs(sale.ref(), key, amount,
                    PaymentRefund.RefundStatus.FAILED));
        }
        sale.refunded += bounces ? 0 : amount.minorUnits();
        return Optional.empty();
    }

    private Optional<Runnable> dispute(Sale sale) {
        var amount = sale.share(dice.oneOf(List.of(30, 100)));
        var key = "dispute-" + samples.id();
        sale.isDisputed = true;
        var decided = dice.chance(50) ? Dispute.DisputeStatus.WON : Dispute.DisputeStatus.LOST;
        notices.add(sale, gateway.disputes(sale.ref(), key, amount, Dispute.DisputeStatus.OPEN));
        notices.add(sale, gateway.disputes(sale.ref(), key, amount, decided));
        sale.disputed += decided == Dispute.DisputeStatus.LOST ? amount.minorUnits() : 0;
        return Optional.empty();
    }

    private Payment payment(Sale sale) {
        return servers.current().payments().find(sale.details.id()).orElseThrow();
    }
}
