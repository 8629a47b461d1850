package dev.makegood.cli;

import dev.makegood.ledger.About;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments, for people and programs. */
final class PaymentShown {

    /** The facts of a payment's events that say more than that it happened. */
    static final Set<String> TOLD = Set.of("actor", "dispute", "disputed", "paid", "reason",
            "refunded", "refundStatus", "stage", "why");

    private PaymentShown() {}

    static Reply list(Customers customers, List<Payment> payments) {
        var json = Json.object();
        json.set("payments", Json.array(payments, payment -> json(customers, payment)));
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
        var json = json(new Customers(in), payment);
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

    private static void section(List<String> lines, String name, List<String> its) {
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

    static ObjectNode json(Customers customers, Payment payment) {
        var bill = payment.bill();
        var json = Json.object()
                .put("payment", payment.id().toString())
                .put("customer", customers.nameOf(bill.customer()))
                .put("status", payment.status().label())
                .put("state", state(payment))
                .put("gateway", bill.gateway())
                .put("amount", plain(bill.amount()))
                .put("currency", bill.amount().currency().getCurrencyCode())
                .put("refunded", plain(refunded(payment)))
                .put("disputed", payment.aftermath().isDisputed())
                .put("for", purpose(bill.purpose()))
                .put("description", bill.description())
                .put("createdAt", bill.createdAt().toString())
                .put("updatedAt", payment.updatedAt().toString());
        withItsOwn(json, payment);
        json.set("refunds", refundsInJson(payment));
        json.set("disputes", disputesInJson(payment));
        return json;
    }

    private static JsonNode refundsInJson(Payment payment) {
        return Json.array(new TreeMap<>(payment.aftermath().refunds()).values(),
                refund -> Json.object()
                        .put("refundId", refund.key())
                        .put("amount", plain(refund.amount()))
                        .put("state", refund.state().label()));
    }

    private static JsonNode disputesInJson(Payment payment) {
        return Json.array(new TreeMap<>(payment.aftermath().disputes()).values(),
                dispute -> Json.object()
                        .put("dispute", dispute.key())
                        .put("amount", plain(dispute.amount()))
                        .put("stage", dispute.stage().label()));
    }

    private static void withItsOwn(ObjectNode json, Payment payment) {
        var unused = switch (payment) {
            case Payment.Billed p -> json;
            case Payment.Open p -> json.put("gatewayRef", p.checkout().ref().id())
                    .put("link", p.checkout().link());
            case Payment.WaitingForCapture p -> json.put("gatewayRef", p.checkout().ref().id());
            case Payment.Quarantined p -> paid(json, p.paid()).put("why", p.why());
            case Payment.Succeeded p -> paid(json, p.paid());
            case Payment.Failed p -> json.put("why", p.why());
            case Payment.Cancelled p -> json.put("why", p.why());
        };
    }

    private static ObjectNode paid(ObjectNode json, Paid paid) {
        return json.put("gatewayRef", paid.ref().id())
                .put("paid", plain(paid.amount()))
                .put("paidIn", paid.amount().currency().getCurrencyCode())
                .put("method", paid.method())
                .put("paidAt", paid.at().toString());
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
