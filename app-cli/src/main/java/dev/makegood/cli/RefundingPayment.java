package dev.makegood.cli;

import dev.makegood.event.Cause;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Succeeded;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Payments.ExceedsPayment;
import dev.makegood.payment.Payments.NoSuchPayment;
import dev.makegood.payment.Payments.NotPaid;
import dev.makegood.payment.Payments.Refunded;
import dev.makegood.server.Installation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Money an operator wants to give back through the gateway that took it.
 *
 * @param amount null for all that is left
 * @param where what to call the place the amount was typed at
 * @param again what tells this from the very same refund before
 */
record RefundingPayment(PaymentId id, @Nullable Amount amount, String where, String again,
        Cause cause) implements Refunding {

    @Override
    public void check(Installation house) {
        var unused = house.makegood().payments().find(id).map(this::wanted);
    }

    @Override
    public Reply plan(Installation house) {
        return onPaid(house, paid -> planned(house, paid));
    }

    @Override
    public Reply apply(Installation house) {
        return onPaid(house, paid -> house.books().containsKey(paid.bill().gateway())
                ? give(house, paid)
                : OutOfReach.notHere(paid.bill().gateway()));
    }

    private Reply onPaid(Installation house, Function<Succeeded, Reply> work) {
        return house.makegood()
                .payments()
                .find(id)
                .map(payment -> payment instanceof Succeeded paid ? work.apply(paid)
                        : notPaid(payment))
                .orElseGet(this::notFound);
    }

    private Reply planned(Installation house, Succeeded payment) {
        var wanted = wanted(payment);
        var known = payment.aftermath().refunds().get(key(wanted));
        var left = payment.refundable();
        if (known != null) {
            return shown(house, payment).before(known);
        }
        if (left.isNone()) {
            return shown(house, payment).nothingLeft(true);
        }
        var goes = wanted == null ? left : wanted;
        return goes.isMoreThan(left) ? exceeds(left)
                : shown(house, payment).planned(key(wanted), goes, left);
    }

    private Reply give(Installation house, Succeeded before) {
        var wanted = wanted(before);
        return switch (house.makegood().payments().refund(key(wanted), id, wanted, cause)) {
            case Refunded r when r.amount().isNone() ->
                    shown(house, r.payment()).nothingLeft(false);
            case Refunded r -> carriedOut(house, r.payment(), key(wanted), r.changed());
            case NotPaid n -> notPaid(n.payment());
            case ExceedsPayment e -> exceeds(e.left());
            case NoSuchPayment n -> notFound();
        };
    }

    /** The wish is written; the gateway is asked at once, so that the operator sees its answer. */
    private Reply carriedOut(
            Installation house, Payment wished, String key, boolean changed) {
        boolean asked = refund(wished, key).isOpen()
                && house.makegood()
                        .tasks()
                        .runNow(wished.bill().customer(), Payments.RETURN_TASK, id.value());
        var payment = house.makegood().payments().find(id).orElse(wished);
        return shown(house, payment).answered(refund(payment, key), changed, asked);
    }

    private static PaymentRefund refund(Payment payment, String key) {
        var refund = payment.aftermath().refunds().get(key);
        if (refund == null) {
            throw new IllegalStateException("a refund is gone: " + key + " of " + payment.id());
        }
        return refund;
    }

    /** The same words give the same key, however the amount is written. */
    private String key(@Nullable Money wanted) {
        return Wish.id(id.value(), cause.reason(), again, "payment",
                wanted == null ? "all" : wanted.minor())
                .toString();
    }

    private @Nullable Money wanted(Payment payment) {
        return amount == null ? null
                : amount.in(payment.bill().amount().currency(), where);
    }

    private static RefundOfPaymentShown shown(Installation house, Payment payment) {
        return new RefundOfPaymentShown(house, payment);
    }

    private Reply notPaid(Payment payment) {
        var hint = payment instanceof Payment.Quarantined q
                ? ": " + q.why() + "; give it back at the gateway, in its own pages"
                : "";
        return Reply.refused("not_captured", "payment " + id + " is not paid, it is "
                + PaymentShown.state(payment) + hint);
    }

    private Reply exceeds(Money left) {
        return Reply.refused("refund_exceeds_payment",
                "payment " + id + " has " + left + " left to give back");
    }

    private Reply notFound() {
        return Reply.notFound("there is no payment " + id);
    }
}
