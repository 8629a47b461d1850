package dev.makegood.cli.refund;

import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.GatewayUnavailable;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.event.Cause;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefundAnswer.NoSuchPayment;
import dev.makegood.payment.PaymentRefundAnswer.PaymentNotPaid;
import dev.makegood.payment.PaymentRefundAnswer.PaymentRefunded;
import dev.makegood.payment.PaymentRefundAnswer.RefundExceedsPayment;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.server.Installation;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A refund of a payment, through its gateway, that an operator requests.
 *
 * @param amount null for all that is left
 * @param argumentName where the amount was typed, for messages
 * @param again any word, to tell this from an equal refund before
 * @param key the caller's own idempotency key; null for one that is made of the rest
 */
record OperatorPaymentRefund(PaymentId id, @Nullable AmountArgument amount, String argumentName,
        String again, @Nullable UUID key, Cause cause) implements OperatorRefund {

    @Override
    public void validate(Installation installation) {
        var unused = installation.makegood().payments().find(id).map(this::requestedAmount);
    }

    @Override
    public CommandResult plan(Installation installation) {
        return withPaid(installation, paid -> planFor(installation, paid));
    }

    @Override
    public CommandResult apply(Installation installation) {
        return withPaid(installation,
                paid -> installation.gatewayBooks().containsKey(paid.details().gateway())
                        ? requestRefund(installation, paid)
                        : GatewayUnavailable.notConfigured(paid.details().gateway()));
    }

    private CommandResult withPaid(
            Installation installation, Function<Paid, CommandResult> work) {
        return installation.makegood()
                .payments()
                .find(id)
                .map(payment -> payment instanceof Paid paid ? work.apply(paid)
                        : notPaid(payment))
                .orElseGet(this::notFound);
    }

    private CommandResult planFor(Installation installation, Paid payment) {
        var requested = requestedAmount(payment);
        var existing = payment.refundsAndDisputes().refunds().get(refundKey(requested));
        var left = payment.refundable();
        if (existing != null) {
            return output(installation, payment).alreadyRequested(existing);
        }
        if (left.isNone()) {
            return output(installation, payment).nothingLeft(true);
        }
        var refundAmount = requested == null ? left : requested;
        return refundAmount.isMoreThan(left) ? exceedsPayment(refundAmount, left)
                : output(installation, payment).plan(refundKey(requested), refundAmount, left);
    }

    private CommandResult requestRefund(Installation installation, Paid before) {
        var requested = requestedAmount(before);
        return switch (installation.makegood()
                .payments()
                .refund(refundKey(requested), id, requested, cause)) {
            case PaymentRefunded r when r.amount().isNone() ->
                    output(installation, r.payment()).nothingLeft(false);
            case PaymentRefunded r ->
                    carryOut(installation, r.payment(), refundKey(requested), r.changed());
            case PaymentNotPaid n -> notPaid(n.payment());
            case RefundExceedsPayment e -> exceedsPayment(requested, e.refundable());
            case NoSuchPayment n -> notFound();
        };
    }

    /** The refund is recorded; the gateway is called at once, so that the operator sees its answer. */
    private CommandResult carryOut(
            Installation installation, Payment requested, String key, boolean changed) {
        boolean polled = findRefund(requested, key).isOpen()
                && installation.makegood()
                        .taskRunner()
                        .runNow(requested.details().customer(), PaymentTasks.REFUND, id.value());
        var payment = installation.makegood().payments().find(id).orElse(requested);
        return output(installation, payment).result(findRefund(payment, key), changed, polled);
    }

    private static PaymentRefund findRefund(Payment payment, String key) {
        var refund = payment.refundsAndDisputes().refunds().get(key);
        if (refund == null) {
            throw new IllegalStateException(
                    "payment " + payment.id() + " has lost its refund " + key);
        }
        return refund;
    }

    /** The same words give the same key, however the amount is written. */
    private String refundKey(@Nullable Money requested) {
        return key != null ? key.toString()
                : TransferOptions.deriveId(id.value(), cause.reason(), again, "payment",
                        requested == null ? "all" : requested.minorUnits())
                        .toString();
    }

    private @Nullable Money requestedAmount(Payment payment) {
        return amount == null ? null
                : amount.toMoney(payment.details().amount().currency(), argumentName);
    }

    private static PaymentRefundOutput output(Installation installation, Payment payment) {
        return new PaymentRefundOutput(installation, payment);
    }

    private CommandResult notPaid(Payment payment) {
        return CommandResult.refusal("not_captured", "payment " + id
                + " cannot be refunded here, it is " + PaymentOutput.stateLabel(payment));
    }

    private CommandResult exceedsPayment(@Nullable Money requested, Money left) {
        return CommandResult.refusal("refund_exceeds_payment",
                "payment " + id + ": " + requested + " is more than the " + left
                        + " left to refund");
    }

    private CommandResult notFound() {
        return CommandResult.notFound("there is no payment " + id);
    }
}
