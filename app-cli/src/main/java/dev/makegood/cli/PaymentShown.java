package dev.makegood.cli;

import dev.makegood.ledger.About;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Payments, for people and programs. */
final class PaymentShown {

    /** The facts of a payment's events that say more than that it happened. */
    static final Set<String> TOLD = Set.of("actor", "dispute", "disputed", "paid", "reason",
            "refunded", "refundStatus", "stage", "why");

    private PaymentShown() {}

    static Reply list(Customers customers, List<Payment> payments) {
        var json = Json.object();
        json.set("payments", Json.array(payments, payment -> PaymentInJson.of(customers, payment)));
        var table = Table.of("payment", "customer", "gateway", "state", "amount", "back", "for",
                "created");
        payments.forEach(payment -> table.row(payment.id(),
                customers.nameOf(payment.bill().customer()), payment.bill().gateway(),
                state(payment), payment.bill().amount(), refunded(payment),
                purpose(payment.bill().purpose()), payment.bill().createdAt()));
        return new Reply.Done(json, table.lines());
    }

    /** Everything about one: also what it did to the credits, and what happened to it. */
    static Reply one(Installation in, Payment payment) {
        var customer = payment.bill().customer();
        var id = payment.id().value();
        var credits = CreditsMoved.by(in, customer, About.payment(id));
        var happened = Happened.to(in, customer, "payment", id);
        var json = PaymentInJson.of(new Customers(in), payment);
        var lines = lines(json);
        json.set("transactions", credits.json());
        json.set("events", happened.json());
        section(lines, "refunds", refunds(payment));
        section(lines, "disputes", disputes(payment));
        section(lines, "credits", credits.lines());
        section(lines, "events", happened.lines(TOLD));
        return new Reply.Done(json, lines);
    }

    private static List<String> lines(ObjectNode json) {
        var lines = new ArrayList<String>();
        json.properties()
                .stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> lines.add("%-16s %s".formatted(field.getKey(),
                        Ink.foreign(field.getValue().asString()))));
        return lines;
    }

    static void section(List<String> lines, String name, List<String> its) {
        if (!its.isEmpty()) {
            lines.add(name);
            lines.addAll(its);
        }
    }

    static List<String> refunds(Payment payment) {
        return new TreeMap<>(payment.aftermath().refunds()).values()
                .stream()
                .map(refund -> "    " + refund.amount() + " " + refund.state().label() + " ("
                        + Ink.foreign(refund.key()) + ")")
                .toList();
    }

    static List<String> disputes(Payment payment) {
        return new TreeMap<>(payment.aftermath().disputes()).values()
                .stream()
                .map(dispute -> "    " + dispute.amount() + " " + dispute.stage().label() + " ("
                        + Ink.foreign(dispute.key()) + ")")
                .toList();
    }

    static String purpose(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pack p -> p.credits() + " credits"
                    + (p.bonus().isNone() ? "" : " and " + p.bonus() + " on top")
                    + " (" + Ink.foreign(p.name()) + ")";
            case Purpose.Work w -> "project " + w.id();
        };
    }

    /** What went back, or is meant to; only what is in the currency of the bill is known. */
    static Money refunded(Payment payment) {
        var billed = payment.bill().amount();
        return payment.aftermath()
                .refunded(payment instanceof Payment.Quarantined q
                        && q.paid().amount().currency().equals(billed.currency())
                                ? q.paid().amount()
                                : billed);
    }

    static String plain(Money money) {
        return money.major().toPlainString();
    }

    /** The model's own word; the status is what the outside is told. */
    static String state(Payment payment) {
        return switch (payment) {
            case Payment.Billed p -> "billed";
            case Payment.Open p -> "open";
            case Payment.WaitingForCapture p -> "waiting_for_capture";
            case Payment.Quarantined p -> "quarantined";
            case Payment.Succeeded p -> "succeeded";
            case Payment.Failed p -> "failed";
            case Payment.Cancelled p -> "cancelled";
        };
    }
}
