package dev.makegood.cli.output;

import dev.makegood.Owners;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.ledger.Subject;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments, for people and programs. */
public final class PaymentOutput {

    /** The facts of a payment's events that say more than that it happened. */
    public static final Set<String> EVENT_FACTS =
            Set.of("actor", "dispute", "disputed", "paid", "reason",
                    "refunded", "refundStatus", "disputeStatus");

    private PaymentOutput() {}

    public static CommandResult list(Installation installation, List<Payment> payments) {
        var customerLookup = new CustomerLookup(installation);
        var actors = installation.storage().reports().lastActors(Owners.ofPayments(payments));
        var json = CliJson.object();
        json.set("payments", CliJson.array(payments, payment -> PaymentJson
                .of(customerLookup, payment)
                .put("actor", actors.get(payment.id().value()))));
        var table =
                Table.of("payment", "customer", "gateway", "state", "amount", "refunded", "purpose",
                        "created", "actor");
        payments.forEach(payment -> table.addRow(payment.id(),
                customerLookup.displayName(payment.details().customer()),
                payment.details().gateway(),
                stateLabel(payment), payment.details().amount(), refundedAmount(payment),
                describePurpose(payment.details().purpose()), payment.details().createdAt(),
                actors.getOrDefault(payment.id().value(), "-")));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    /** Everything about one payment, with its transfers and events. */
    public static CommandResult details(Installation installation, Payment payment) {
        var customer = payment.details().customer();
        var id = payment.id().value();
        var transfers = SubjectTransfers.read(installation, customer, Subject.payment(id));
        var eventHistory = EventHistory.read(installation, customer, "payment", id);
        var json = PaymentJson.of(new CustomerLookup(installation), payment);
        var lines = fieldLines(json);
        json.set("transactions", transfers.json());
        json.set("events", eventHistory.json());
        addSection(lines, "refunds", refundLines(payment));
        addSection(lines, "disputes", disputeLines(payment));
        addSection(lines, "credits", transfers.lines());
        addSection(lines, "events", eventHistory.lines(EVENT_FACTS));
        return new CommandResult.CommandSuccess(json, lines);
    }

    private static List<String> fieldLines(ObjectNode json) {
        var lines = new ArrayList<String>();
        json.properties()
                .forEach(field -> fieldText(field.getValue()).ifPresent(text -> lines
                        .add("%-16s %s".formatted(field.getKey(), TerminalText.sanitize(text)))));
        return lines;
    }

    /** Empty for what is told in a section of its own. */
    private static Optional<String> fieldText(JsonNode value) {
        if (value.isValueNode()) {
            return Optional.of(value.asString());
        }
        return value.size() == 2 && value.has("value") && value.has("currency")
                ? Optional.of(value.path("value").asString() + " "
                        + value.path("currency").asString())
                : Optional.empty();
    }

    public static void addSection(List<String> lines, String name, List<String> sectionLines) {
        if (!sectionLines.isEmpty()) {
            lines.add(name);
            lines.addAll(sectionLines);
        }
    }

    public static List<String> refundLines(Payment payment) {
        return new TreeMap<>(payment.refundsAndDisputes().refunds()).values()
                .stream()
                .map(refund -> "    " + refund.amount() + " " + refund.status().label() + " ("
                        + TerminalText.sanitize(refund.key()) + ")")
                .toList();
    }

    public static List<String> disputeLines(Payment payment) {
        return new TreeMap<>(payment.refundsAndDisputes().disputes()).values()
                .stream()
                .map(dispute -> "    " + dispute.amount() + " " + dispute.status().label() + " ("
                        + TerminalText.sanitize(dispute.key()) + ")")
                .toList();
    }

    public static String describePurpose(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pack p -> p.credits() + " credits"
                    + (p.bonus().isNone() ? "" : " and " + p.bonus() + " on top")
                    + " (" + TerminalText.sanitize(p.name()) + ")";
            case Purpose.PaidWork w -> "project " + w.id();
        };
    }

    /** What was or is being refunded; known only in the currency that was billed. */
    public static Money refundedAmount(Payment payment) {
        return payment.refundsAndDisputes().refundedAmount(payment.refundBase());
    }

    /** The model's own word; the status is the public one. */
    public static String stateLabel(Payment payment) {
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
