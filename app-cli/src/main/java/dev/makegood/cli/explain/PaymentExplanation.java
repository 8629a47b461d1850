package dev.makegood.cli.explain;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.ClawbackCalculation;
import dev.makegood.cli.output.EventHistory;
import dev.makegood.cli.output.PaymentJson;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.output.SubjectTransfers;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.ledger.Subject;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import dev.makegood.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Why a payment is what it is, what it granted and what of that was clawed back. */
record PaymentExplanation(Installation installation, Payment payment) {

    CommandResult result() {
        var customer = payment.details().customer();
        var id = payment.id().value();
        var transfers = SubjectTransfers.read(installation, customer, Subject.payment(id));
        var eventHistory = EventHistory.read(installation, customer, "payment", id);
        var json = PaymentJson.of(new CustomerLookup(installation), payment).put("rule", rule());
        json.set("formula", CliJson.array(clawbackFormulas(), CliJson::text));
        json.set("transactions", transfers.json());
        json.set("events", eventHistory.json());
        json.set("tasks", CliJson.array(tasks(), task -> CliJson.object()
                .put("kind", task.kind())
                .put("dueAt", task.dueAt().toString())
                .put("attempts", task.attempts())));
        return new CommandResult.CommandSuccess(json, lines(transfers, eventHistory));
    }

    private List<String> lines(SubjectTransfers transfers, EventHistory eventHistory) {
        var details = payment.details();
        var lines = new ArrayList<String>();
        lines.add("payment " + payment.id() + " of "
                + new CustomerLookup(installation).displayName(details.customer())
                + " at " + details.gateway() + " is " + PaymentOutput.stateLabel(payment));
        lines.add("");
        lines.add("Its price: " + details.amount() + " for "
                + PaymentOutput.describePurpose(details.purpose())
                + ", created at " + details.createdAt());
        lines.add("What " + details.gateway() + " says: " + gatewayState());
        PaymentOutput.addSection(lines, "Its refunds:",
                PaymentOutput.refundLines(payment));
        PaymentOutput.addSection(lines, "Its disputes:",
                PaymentOutput.disputeLines(payment));
        PaymentOutput.addSection(lines, "Its credits:", transfers.lines());
        PaymentOutput.addSection(lines, "Clawed back in total:", clawbackFormulas());
        PaymentOutput.addSection(lines, "What happened:",
                eventHistory.lines(PaymentOutput.EVENT_FACTS));
        PaymentOutput.addSection(lines, "Open tasks:",
                tasks().stream().map(this::describe).toList());
        lines.add("The rule: " + rule());
        return lines;
    }

    private String gatewayState() {
        return switch (payment) {
            case Payment.Billed p -> "nothing yet; its checkout may or may not exist there";
            case Payment.Open p ->
                    "it can be paid, as " + TerminalText.sanitize(p.checkout().ref().id());
            case Payment.WaitingForCapture p -> "the money is authorised, as "
                    + TerminalText.sanitize(p.checkout().ref().id());
            case Payment.Quarantined p ->
                    describePaid(p.paid()) + "; " + TerminalText.sanitize(p.why());
            case Payment.Succeeded p -> describePaid(p.paid());
            case Payment.Failed p -> "declined: " + TerminalText.sanitize(p.why());
            case Payment.Cancelled p -> "cancelled: " + TerminalText.sanitize(p.why());
        };
    }

    private static String describePaid(PaidMoney paid) {
        return paid.amount() + " paid by " + TerminalText.sanitize(paid.method()) + " at "
                + paid.at()
                + ", gateway reference " + TerminalText.sanitize(paid.ref().id());
    }

    /** For what was bought and for its bonus, once money went back. */
    private List<String> clawbackFormulas() {
        return payment instanceof Payment.Succeeded p
                && p.bought() instanceof Purpose.Pack pack
                && !p.refundsAndDisputes().reversedAmount(p.paid().amount()).isNone()
                        ? Stream.of(pack.credits(), pack.bonus())
                                .filter(granted -> !granted.isNone())
                                .map(granted -> new ClawbackCalculation(granted,
                                        p.refundsAndDisputes().reversedAmount(p.paid().amount()),
                                        p.paid().amount()))
                                .map(clawback -> "    " + clawback.formula())
                                .toList()
                        : List.of();
    }

    private List<Task> tasks() {
        return Stream.of(PaymentTasks.POLL, PaymentTasks.REFUND, PaymentTasks.FULFILL)
                .flatMap(kind -> installation.storage()
                        .taskQueue()
                        .find(payment.details().customer(), kind, payment.id().value())
                        .stream())
                .toList();
    }

    private String describe(Task task) {
        var what = switch (task.kind()) {
            case PaymentTasks.POLL -> "the gateway is polled";
            case PaymentTasks.REFUND -> "money is refunded";
            default -> "its project is funded";
        };
        return "    " + what + " at " + task.dueAt() + ", tried " + task.attempts() + " times";
    }

    private String rule() {
        return switch (payment) {
            case Payment.Billed p -> "a payment is recorded before the gateway is called; the "
                    + "call is repeated with the same key until it answers, for a day.";
            case Payment.Open p -> "the gateway is polled after five minutes, an hour, then daily, "
                    + "until the payment is final; a notice is only faster.";
            case Payment.WaitingForCapture p -> "authorised money is captured at once.";
            case Payment.Quarantined p -> "paid otherwise than billed: nothing is granted until "
                    + "a person has decided, by payments accept or refund payment.";
            case Payment.Succeeded p -> "a payment has its effect once, in the unit of work that "
                    + "records it; its credits are clawed back when its money goes back.";
            case Payment.Failed p -> "nothing was granted; should it be paid after all, it "
                    + "succeeds.";
            case Payment.Cancelled p -> "nothing was granted; should it be paid after all, it "
                    + "succeeds.";
        };
    }
}
