package dev.makegood.cli.reconcile;

import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.UnreadableEntry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The result of a comparison, for people and programs.
 *
 * @param polledCount how many payments were polled before
 * @param settledCount how many of those are settled now
 */
record ComparisonOutput(GatewayReconciliation reconciliation, long polledCount, long settledCount,
        Comparison comparison) {

    CommandResult result() {
        return comparison.agrees() ? new CommandResult.CommandSuccess(json(), lines())
                : new CommandResult.CommandFindings(json(), lines());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(reconciliation.gateway() + " from " + reconciliation.from() + " until "
                + reconciliation.until()
                + ": polled " + polledCount + ", settled " + settledCount);
        addSection(lines, "set aside: " + reconciliation.gateway()
                + " lists it in a shape that cannot be read; look at it there",
                unreadableTable(), comparison.unreadable().isEmpty());
        addSection(lines, "missing in our books: has our reference at " + reconciliation.gateway()
                + ", and we have no such payment", missingInOurBooksTable(),
                comparison.missingInOurBooks().isEmpty());
        addSection(lines,
                "missing at " + reconciliation.gateway()
                        + ": in our books, and " + reconciliation.gateway()
                        + " has no such payment",
                missingAtGatewayTable(), comparison.missingAtGateway().isEmpty());
        addSection(lines,
                "differences: poll again with makegood payments sync PAYMENT --gateway-ref REF",
                differencesTable(), comparison.differences().isEmpty());
        lines.add((comparison.agrees() ? "everything agrees: " : "") + comparison.agreeingCount()
                + " payments are the same on both sides, " + comparison.unrelatedCount()
                + " at " + reconciliation.gateway() + " are not ours");
        return lines;
    }

    private static void addSection(List<String> lines, String title, Table table, boolean empty) {
        if (!empty) {
            lines.add("");
            lines.add(title);
            lines.addAll(table.lines());
            lines.add("");
        }
    }

    private Table unreadableTable() {
        var table = Table.of("gateway ref", "why");
        comparison.unreadable().forEach(entry -> table.addRow(refs(entry.refs()), entry.why()));
        return table;
    }

    private Table missingInOurBooksTable() {
        var table = Table.of("gateway ref", "theirs", "refunded");
        comparison.missingInOurBooks()
                .forEach(gatewayEntry -> table.addRow(gatewayRefs(gatewayEntry),
                        Difference.describe(gatewayEntry.report()),
                        gatewayEntry.refunded()));
        return table;
    }

    private Table missingAtGatewayTable() {
        var table = Table.of("payment", "state", "amount", "billed");
        comparison.missingAtGateway()
                .forEach(payment -> table.addRow(payment.id(), PaymentOutput.stateLabel(payment),
                        payment.details().amount(), payment.details().createdAt()));
        return table;
    }

    private Table differencesTable() {
        var table = Table.of("payment", "aspect", "ours", "theirs", "gateway ref");
        comparison.differences()
                .forEach(it -> table.addRow(it.ourPayment().id(), it.aspect(), it.ourValue(),
                        it.theirValue(),
                        it.theirEntry().refs().getFirst().id()));
        return table;
    }

    private static String gatewayRefs(GatewayEntry gatewayEntry) {
        return refs(gatewayEntry.refs());
    }

    private static String refs(List<GatewayRef> refs) {
        return refs.stream().map(GatewayRef::id).collect(Collectors.joining(" "));
    }

    private JsonNode json() {
        var json = CliJson.object()
                .put("gateway", reconciliation.gateway())
                .put("from", reconciliation.from().toString())
                .put("until", reconciliation.until().toString())
                .put("agrees", comparison.agrees())
                .put("polled", polledCount)
                .put("settled", settledCount)
                .put("agreeing", comparison.agreeingCount())
                .put("unrelated", comparison.unrelatedCount());
        json.set("unreadable", CliJson.array(comparison.unreadable(), ComparisonOutput::json));
        json.set("missingInOurBooks",
                CliJson.array(comparison.missingInOurBooks(), ComparisonOutput::json));
        json.set("missingAtGateway",
                CliJson.array(comparison.missingAtGateway(), ComparisonOutput::json));
        json.set("differences", CliJson.array(comparison.differences(), ComparisonOutput::json));
        return json;
    }

    private static JsonNode json(UnreadableEntry entry) {
        var json = CliJson.object().put("why", entry.why());
        var refs = json.putArray("gatewayRefs");
        entry.refs().forEach(ref -> refs.add(ref.id()));
        return json;
    }

    private static JsonNode json(GatewayEntry gatewayEntry) {
        var json = CliJson.object();
        json.set("gatewayRefs", CliJson.array(gatewayEntry.refs(), ref -> CliJson.text(ref.id())));
        return json.put("theirs", Difference.describe(gatewayEntry.report()))
                .set("refunded", CliJson.money(gatewayEntry.refunded()));
    }

    private static JsonNode json(Payment payment) {
        return CliJson.object()
                .put("paymentId", payment.id().toString())
                .put("state", PaymentOutput.stateLabel(payment))
                .set("amount", CliJson.money(payment.details().amount()));
    }

    private static JsonNode json(Difference difference) {
        return CliJson.object()
                .put("paymentId", difference.ourPayment().id().toString())
                .put("aspect", difference.aspect())
                .put("ours", difference.ourValue())
                .put("theirs", difference.theirValue())
                .put("gatewayRef", difference.theirEntry().refs().getFirst().id());
    }
}
