package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.payment.PaymentGateway.Returned;
import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.task.BackOff;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives money back: what is meant is written first, then the gateway is asked, once for each key. */
record Returning(Till till, Effects effects, Asking asking) {

    private static final BackOff AGAIN = new BackOff(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final int WORDS_MAX = 200;

    /** Without an amount: all that is left. */
    Payments.Refunding refund(String key, PaymentId id, @Nullable Money amount, Cause cause) {
        return till.<Payments.Refunding>onPayment(id,
                (unit, payment) -> payment instanceof Succeeded paid
                        ? meant(unit, key, paid, amount, cause)
                        : new Payments.NotPaid(payment))
                .orElseGet(Payments.NoSuchPayment::new);
    }

    private Payments.Refunding meant(
            PaymentUnit unit, String key, Succeeded payment, @Nullable Money amount,
            Cause cause) {
        var known = payment.aftermath().refunds().get(key);
        if (known != null) {
            return new Payments.Refunded(payment, known.amount(), false);
        }
        var left = payment.refundable();
        var wanted = amount == null ? left : amount;
        if (!wanted.currency().equals(left.currency()) || wanted.isMoreThan(left)) {
            return new Payments.ExceedsPayment(left);
        }
        return wanted.isNone()
                ? new Payments.Refunded(payment, wanted, false)
                : written(unit, payment, new PaymentRefund(key, wanted, State.ASKED, till.now()),
                        cause);
    }

    private Payments.Refunded written(
            PaymentUnit unit, Succeeded payment, PaymentRefund refund,
            Cause cause) {
        effects.move(unit, payment, payment.with(payment.aftermath().with(refund)), cause);
        unit.tasks()
                .add(Task.of(payment.bill().customer(), Payments.RETURN_TASK, payment.id().value(),
                        till.now()));
        return new Payments.Refunded(unit.payments().find(payment.id()).orElseThrow(),
                refund.amount(), true);
    }

    void carryOut(Task task) {
        var id = new PaymentId(task.about());
        if (task.tries() > 1) {
            var unused = asking.ask(id); // an earlier asking may have arrived: the gateway knows
        }
        asked(id).forEach(refund -> order(id, refund));
        till.change(task.customer(), unit -> {
            if (open(unit.payments().find(id)).isEmpty()) {
                unit.tasks().done(task.kind(), task.about());
            } else {
                unit.tasks().postpone(task, till.now().plus(AGAIN.after(task.tries())));
            }
        });
    }

    private List<PaymentRefund> asked(PaymentId id) {
        return open(till.directory().find(id)).stream()
                .filter(refund -> refund.state() == State.ASKED)
                .toList();
    }

    private static List<PaymentRefund> open(Optional<Payment> payment) {
        return payment.map(found -> found.aftermath()
                .refunds()
                .values()
                .stream()
                .filter(PaymentRefund::isOpen)
                .toList()).orElse(List.of());
    }

    private void order(PaymentId id, PaymentRefund refund) {
        if (till.directory().find(id).orElseThrow() instanceof Succeeded payment) {
            var order = new RefundOrder(refund.key(), payment.bill(), payment.paid().ref(),
                    refund.amount(), "refund", till.now());
            var answer = till.gateway(payment.bill().gateway()).giveBack(order);
            var unused = till.onPayment(id, (unit, now) -> record(unit, now, refund, answer));
        }
    }

    private PaymentId record(
            PaymentUnit unit, Payment payment, PaymentRefund refund, Returned answer) {
        var told = switch (answer) {
            case PaymentGateway.Returning r -> refund.as(r.refund().state());
            case Declined d -> refund.as(State.FAILED);
            case Unknown u -> refund;
        };
        var aftermath = payment.aftermath().with(told);
        if (!aftermath.equals(payment.aftermath())) {
            effects.move(unit, payment, payment.with(aftermath),
                    new Cause(payment.bill().gateway(), because(answer)));
        }
        return payment.id();
    }

    private static String because(Returned answer) {
        return switch (answer) {
            case PaymentGateway.Returning r -> "answered";
            case Declined d -> cut(d.why());
            case Unknown u -> cut(u.why());
        };
    }

    /** A reason is short, whatever others say. */
    private static String cut(String why) {
        int characters = Math.min(why.codePointCount(0, why.length()), WORDS_MAX);
        return why.substring(0, why.offsetByCodePoints(0, characters));
    }
}
