package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.payment.PaymentGateway.RefundResult;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.PaymentRefundAnswer.PaymentRefunded;
import dev.makegood.payment.PolledPayment.PollAnswered;
import dev.makegood.store.ReusedIdException;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refunds payments: the refund is stored first, then requested from the gateway, once for each key.
 */
record PaymentRefunding(PaymentContext context, PaymentEffects effects,
        GatewayPolling gatewayPolling) {

    private static final BackOff RETRY_BACK_OFF =
            new BackOff(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final int REASON_LENGTH_MAX = 200;

    /** Without an amount: all that is left. */
    PaymentRefundAnswer refund(
            String key, PaymentId id, @Nullable Money amount, Cause cause) {
        return context.<PaymentRefundAnswer>withPayment(id,
                (unit, payment) -> payment instanceof Paid paid
                        ? decideRefund(unit, key, paid, amount, cause)
                        : new PaymentRefundAnswer.PaymentNotPaid(payment))
                .orElseGet(PaymentRefundAnswer.NoSuchPayment::new);
    }

    private PaymentRefundAnswer decideRefund(
            PaymentUnit unit, String key, Paid payment, @Nullable Money amount, Cause cause) {
        var known = payment.refundsAndDisputes().refunds().get(key);
        if (known != null) {
            return answerRepeated(payment, known, amount);
        }
        var refundable = payment.refundable();
        var requested = amount == null ? refundable : amount;
        if (!requested.currency().equals(refundable.currency())
                || requested.isMoreThan(refundable)) {
            return new PaymentRefundAnswer.RefundExceedsPayment(refundable);
        }
        return requested.isNone()
                ? new PaymentRefunded(payment, requested, RefundStatus.SUCCEEDED, false)
                : addRefund(unit, payment,
                        new PaymentRefund(key, requested, RefundStatus.REQUESTED,
                                context.now(unit)),
                        cause);
    }

    private static PaymentRefunded answerRepeated(
            Paid payment, PaymentRefund known, @Nullable Money amount) {
        if (amount != null && !amount.equals(known.amount())) {
            throw new ReusedIdException(known.key(), "a refund of " + known.amount());
        }
        return new PaymentRefunded(payment, known.amount(), known.status(), false);
    }

    private PaymentRefunded addRefund(
            PaymentUnit unit, Paid payment, PaymentRefund refund, Cause cause) {
        effects.replace(unit, payment, payment.with(payment.refundsAndDisputes().with(refund)),
                cause);
        unit.tasks()
                .add(Task.of(payment.details().customer(), PaymentTasks.REFUND,
                        payment.id().value(), context.now(unit)));
        return new PaymentRefunded(unit.payments().find(payment.id()).orElseThrow(),
                refund.amount(), refund.status(), true);
    }

    void carryOut(Task task) {
        var id = new PaymentId(task.subjectId());
        if (task.attempts() > 1) {
            var unused = gatewayPolling.refresh(id); // an earlier request may have arrived
        }
        findUnsentRefunds(id).forEach(refund -> requestRefund(id, refund));
        context.change(task.customer(), unit -> {
            if (openRefunds(unit.payments().find(id)).isEmpty()) {
                unit.tasks().remove(task.kind(), task.subjectId());
            } else {
                unit.tasks()
                        .postpone(task,
                                context.now(unit).plus(RETRY_BACK_OFF.pauseAfter(task.attempts())));
            }
        });
    }

    private List<PaymentRefund> findUnsentRefunds(PaymentId id) {
        return openRefunds(context.directory().find(id)).stream()
                .filter(refund -> refund.status() == RefundStatus.REQUESTED)
                .toList();
    }

    private static List<PaymentRefund> openRefunds(Optional<Payment> payment) {
        return payment.map(found -> found.refundsAndDisputes()
                .refunds()
                .values()
                .stream()
                .filter(PaymentRefund::isOpen)
                .toList()).orElse(List.of());
    }

    private void requestRefund(PaymentId id, PaymentRefund refund) {
        if (context.directory().find(id).orElseThrow() instanceof Paid payment) {
            var result = payment.refundsAndDisputes().exceed(payment.paid().amount())
                    ? resultOfOvertaken(payment)
                    : context.gateway(payment.details().gateway())
                            .refund(instructionOf(payment, refund));
            var unused = context.withPayment(id,
                    (unit, current) -> recordResult(unit, current, refund, result));
        }
    }

    private RefundInstruction instructionOf(Paid payment, PaymentRefund refund) {
        return new RefundInstruction(refund.key(), payment.details(), payment.paid().ref(),
                refund.amount(), "refund", context.now());
    }

    /** A dispute took the money meanwhile; it may bring it back. */
    private RefundResult resultOfOvertaken(Paid payment) {
        return !payment.refundsAndDisputes().isDisputed()
                && gatewayPolling.poll(payment.id()).orElse(null) instanceof PollAnswered
                        ? new Declined("a dispute took the money back before it was refunded")
                        : new Unknown("a dispute is open: the payer's bank has the money");
    }

    private PaymentId recordResult(
            PaymentUnit unit, Payment payment, PaymentRefund refund, RefundResult result) {
        var updated = switch (result) {
            case PaymentGateway.RefundAccepted r -> refund.withStatus(r.refund().status());
            case Declined d -> refund.withStatus(RefundStatus.FAILED);
            case Unknown u -> refund;
        };
        var refundsAndDisputes = payment.refundsAndDisputes().with(updated);
        if (!refundsAndDisputes.equals(payment.refundsAndDisputes())) {
            effects.replace(unit, payment, payment.with(refundsAndDisputes),
                    new Cause(payment.details().gateway(), reasonOf(result)));
        }
        return payment.id();
    }

    private static String reasonOf(RefundResult result) {
        return switch (result) {
            case PaymentGateway.RefundAccepted r -> "the gateway answered";
            case Declined d -> truncate(d.why());
            case Unknown u -> truncate(u.why());
        };
    }

    /** A reason is short, however long the gateway's text is. */
    private static String truncate(String why) {
        int characters = Math.min(why.codePointCount(0, why.length()), REASON_LENGTH_MAX);
        return why.substring(0, why.offsetByCodePoints(0, characters));
    }
}
