package dev.makegood.cli;

import dev.makegood.ledger.About;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import dev.makegood.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Why a payment is what it is, what it gave and what of that was taken back. */
record ExplainedPayment(Installation in, Payment payment) {

    Reply reply() {
        var customer = payment.bill().customer();
        var id = payment.id().value();
        var credits = CreditsMoved.by(in, customer, About.payment(id));
        var happened = Happened.to(in, customer, "payment", id);
        var json = PaymentInJson.of(new Customers(in), payment).put("rule", rule());
        json.set("formula", Json.array(formula(), Json::text));
        json.set("transactions", credits.json());
        json.set("events", happened.json());
        json.set("tasks", Json.array(tasks(), task -> Json.object()
                .put("kind", task.kind())
                .put("dueAt", task.dueAt().toString())
                .put("tries", task.tries())));
        return new Reply.Done(json, lines(credits, happened));
    }

    private List<String> lines(CreditsMoved credits, Happened happened) {
        var bill = payment.bill();
        var lines = new ArrayList<String>();
        lines.add("payment " + payment.id() + " of " + new Customers(in).nameOf(bill.customer())
                + " at " + bill.gateway() + " is " + PaymentShown.state(payment));
        lines.add("");
        lines.add("Its bill: " + bill.amount() + " for " + PaymentShown.purpose(bill.purpose())
                + ", written at " + bill.createdAt());
        lines.add("What " + bill.gateway() + " says: " + said());
        PaymentShown.section(lines, "Money that went back:", PaymentShown.refunds(payment));
        PaymentShown.section(lines, "What the payer disputes:", PaymentShown.disputes(payment));
        PaymentShown.section(lines, "Its credits:", credits.lines());
        PaymentShown.section(lines, "Taken back altogether:", formula());
        PaymentShown.section(lines, "What happened:", happened.lines(PaymentShown.TOLD));
        PaymentShown.section(lines, "What is left to do:",
                tasks().stream().map(this::inWords).toList());
        lines.add("The rule: " + rule());
        return lines;
    }

    private String said() {
        return switch (payment) {
            case Payment.Billed p -> "nothing yet; nobody knows whether it can be paid there";
            case Payment.Open p -> "it can be paid at " + Ink.foreign(p.checkout().ref().id());
            case Payment.WaitingForCapture p -> "the money is set aside for us, at "
                    + Ink.foreign(p.checkout().ref().id());
            case Payment.Quarantined p -> paid(p.paid()) + "; " + Ink.foreign(p.why());
            case Payment.Succeeded p -> paid(p.paid());
            case Payment.Failed p -> "no: " + Ink.foreign(p.why());
            case Payment.Cancelled p -> "nobody will pay: " + Ink.foreign(p.why());
        };
    }

    private static String paid(Paid paid) {
        return paid.amount() + " paid by " + Ink.foreign(paid.method()) + " at " + paid.at()
                + ", called " + Ink.foreign(paid.ref().id());
    }

    /** For what was bought and for its bonus, once money went back. */
    private List<String> formula() {
        return payment instanceof Payment.Succeeded p
                && p.bill().purpose() instanceof Purpose.Pack pack
                && !p.aftermath().reversed(p.paid().amount()).isNone()
                        ? Stream.of(pack.credits(), pack.bonus())
                                .filter(granted -> !granted.isNone())
                                .map(granted -> new TakenBack(granted,
                                        p.aftermath().reversed(p.paid().amount()),
                                        p.paid().amount()))
                                .map(taken -> "    " + taken.words())
                                .toList()
                        : List.of();
    }

    private List<Task> tasks() {
        return Stream.of(Payments.LOOK_TASK, Payments.RETURN_TASK, Payments.PAID_TASK)
                .flatMap(kind -> in.storage()
                        .taskQueue()
                        .find(payment.bill().customer(), kind, payment.id().value())
                        .stream())
                .toList();
    }

    private String inWords(Task task) {
        var what = switch (task.kind()) {
            case Payments.LOOK_TASK -> "the gateway is asked";
            case Payments.RETURN_TASK -> "money is given back";
            default -> "what it paid for is woken";
        };
        return "    " + what + " at " + task.dueAt() + ", tried " + task.tries() + " times";
    }

    private String rule() {
        return switch (payment) {
            case Payment.Billed p -> "a bill is written before the gateway is asked; it is asked "
                    + "again with the same key until it answers, for a day.";
            case Payment.Open p -> "the gateway is asked after five minutes, an hour, then daily, "
                    + "until it is final; a notice is only faster.";
            case Payment.WaitingForCapture p -> "money that is set aside is taken at once.";
            case Payment.Quarantined p -> "paid otherwise than billed: nothing is granted until "
                    + "a person has decided.";
            case Payment.Succeeded p -> "money is a fact: it served its purpose once, in the unit "
                    + "that wrote it; credits go when their money goes.";
            case Payment.Failed p -> "nothing was granted; should it be paid after all, it "
                    + "succeeds.";
            case Payment.Cancelled p -> "nothing was granted; should it be paid after all, it "
                    + "succeeds.";
        };
    }
}
