package dev.makegood.cli.credits;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Statements.StatementLine;
import dev.makegood.report.StatementExport;
import dev.makegood.server.Installation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A statement, for people and programs. */
final class StatementOutput {

    private StatementOutput() {}

    static CommandResult of(CustomerArgument customerArgument, List<StatementLine> lines) {
        var json = CliJson.object().put("customer", customerArgument.toString());
        json.set("transactions", CliJson.array(lines, StatementOutput::json));
        var table =
                Table.of("#", "time", "kind", "credits", "available", "held", "subject", "reason");
        lines.forEach(line -> addRow(table, line));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    /** Printed while it is read: a statement may be long. */
    static CommandResult csv(
            CommandContext context, Installation installation, CustomerId customer,
            @Nullable Instant from, @Nullable Instant to) {
        var out = context.environment().out().stream();
        out.print(StatementExport.CSV_HEADER);
        installation.makegood()
                .statementExport()
                .read(customer, from, to,
                        line -> out.print(StatementExport.csv(line)));
        return CommandResult.success(CliJson.object());
    }

    private static void addRow(Table table, StatementLine line) {
        var transfer = line.transfer();
        table.addRow(transfer.sequence(), transfer.at(), transfer.kind().label(),
                signedChange(line),
                transfer.balancesAfter().available(), transfer.balancesAfter().held(),
                subject(line),
                transfer.reason());
    }

    private static ObjectNode json(StatementLine line) {
        var transfer = line.transfer();
        var json = CliJson.object()
                .put("transactionId", transfer.id().toString())
                .put("sequence", transfer.sequence())
                .put("kind", transfer.kind().label())
                .put("credits", transfer.amount().amount())
                .put("change", line.change())
                .put("reason", transfer.reason())
                .put("projectId", idText(line.rootId("project")))
                .put("paymentId", idText(line.rootId("payment")))
                .put("subject", subject(line))
                .put("createdAt", transfer.at().toString());
        json.set("balance", balance(transfer.balancesAfter()));
        return json;
    }

    private static JsonNode balance(AccountBalances after) {
        return CliJson.object()
                .put("available", after.available().amount())
                .put("held", after.held().amount())
                .put("debt", after.debt().amount());
    }

    private static String subject(StatementLine line) {
        var subject = line.rootSubject();
        return subject == null ? line.transfer().subject().toString() : subject.toString();
    }

    private static @Nullable String idText(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String signedChange(StatementLine line) {
        return line.change() > 0 ? "+" + line.change() : Long.toString(line.change());
    }
}
