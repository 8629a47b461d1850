package dev.makegood.cli.refund;

import dev.makegood.cli.command.GatewayUnavailable;
import dev.makegood.cli.output.ClawbackCalculation;
import dev.makegood.cli.output.EventHistory;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import org.jspecify.annotations.Nullable;

/** The result of a payment refund, for people and programs. */
record PaymentRefundOutput(Installation installation, Payment payment) {

    CommandResult plan(String key, Money amount, Money refundable) {
        return success(key, amount, "planned", false, true, "would refund " + amount + " of the "
                + refundable.majorUnits().toPlainString() + " that are left" + clawbackNote(amount)
                + disputeWarning());
    }

    CommandResult nothingLeft(boolean dryRun) {
        return success(null, payment.refundBase().none(), "succeeded", false, dryRun,
                "nothing is left to refund");
    }

    /** It was requested before; a plan does not poll the gateway. */
    CommandResult alreadyRequested(PaymentRefund refund) {
        return switch (refund.status()) {
            case REQUESTED ->
                    success(refund, false, true, "already requested, and the call is repeated"
                            + " until " + payment.details().gateway() + " answers: "
                            + refund.amount());
            case PENDING -> success(refund, false, true, alreadyAccepted(refund));
            case SUCCEEDED -> success(refund, false, true,
                    "already done: refunded " + refund.amount());
            case FAILED -> failed(refund);
        };
    }

    /** What the gateway answered; {@code polled} tells whether it was called just now. */
    CommandResult result(PaymentRefund refund, boolean changed, boolean polled) {
        return switch (refund.status()) {
            case REQUESTED -> polled ? outcomeUnknown(refund) : inProgress();
            case PENDING -> success(refund, changed, false,
                    changed ? onTheirWay(refund) : alreadyAccepted(refund));
            case SUCCEEDED -> success(refund, changed, false,
                    changed ? "refunded " + refund.amount()
                            : "already done: refunded " + refund.amount());
            case FAILED -> failed(refund);
        };
    }

    private static String alreadyAccepted(PaymentRefund refund) {
        return "already accepted by the gateway: " + onTheirWay(refund);
    }

    private static String onTheirWay(PaymentRefund refund) {
        return refund.amount() + " are on their way";
    }

    private CommandResult outcomeUnknown(PaymentRefund refund) {
        return GatewayUnavailable.notAnswering(payment.details().gateway(), "not known yet whether "
                + refund.amount()
                + " are refunded. The refund is recorded; a server repeats the call until"
                + " the gateway answers, and so does this command");
    }

    private static CommandResult inProgress() {
        return new CommandResult.CommandProblem(ExitCode.BUSY, "in_progress",
                "the refund is recorded, and another process is calling the gateway just now; run"
                        + " the command again");
    }

    private CommandResult failed(PaymentRefund refund) {
        return CommandResult.refusal("provider_refused",
                "payment " + payment.id() + ": the refund of " + refund.amount() + " by "
                        + payment.details().gateway() + " failed (" + failureReason(refund)
                        + "): the payer did not get it. To try again, add --again WORD");
    }

    private String failureReason(PaymentRefund refund) {
        return EventHistory
                .read(installation, payment.details().customer(), "payment", payment.id().value())
                .findLast("refund", refund.key())
                .map(event -> TerminalText.sanitize(event.facts().getOrDefault("reason", "")))
                .orElse("no reason given");
    }

    private CommandResult success(
            PaymentRefund refund, boolean changed, boolean dryRun, String words) {
        return success(refund.key(), refund.amount(), refund.status().label(), changed, dryRun,
                words);
    }

    private CommandResult success(
            @Nullable String key, Money amount, String status,
            boolean changed, boolean dryRun, String words) {
        var json = CliJson.object()
                .put("refundId", key)
                .put("paymentId", payment.id().toString())
                .put("status", status)
                .put("changed", changed);
        json.set("amountRefunded", CliJson.money(amount));
        return CommandResult.success(dryRun ? json.put("dryRun", true) : json,
                "payment " + payment.id() + ": " + words);
    }

    private String clawbackNote(Money amount) {
        if (!(payment instanceof Payment.Succeeded succeeded)
                || !(succeeded.bought() instanceof Purpose.Pack pack)) {
            return "";
        }
        var paid = succeeded.paid().amount();
        var before = payment.refundsAndDisputes().reversedAmount(paid);
        var after = before.plus(amount).min(paid);
        var all = pack.credits().plus(pack.bonus());
        long credits = sumClawback(pack, after, paid) - sumClawback(pack, before, paid);
        return "; " + credits + " of the " + all + " credits it bought are clawed back";
    }

    private static long sumClawback(Purpose.Pack pack, Money reversed, Money paid) {
        return new ClawbackCalculation(pack.credits(), reversed, paid).credits()
                + new ClawbackCalculation(pack.bonus(), reversed, paid).credits();
    }

    private String disputeWarning() {
        return payment.refundsAndDisputes().isDisputed()
                ? "; warning: disputed: do not refund it, the payer may be paid twice"
                : "";
    }
}
