package dev.makegood.cli;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.Statements.Line;
import dev.makegood.ledger.Transfer;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lines of the ledger, for people and programs. */
final class StatementShown {

    private StatementShown() {}

    static Reply of(Who who, List<Line> lines) {
        var json = Json.object().put("customer", who.toString());
        json.set("transactions", Json.array(lines, StatementShown::json));
        var table = Table.of("#", "time", "what", "credits", "available", "held", "about", "why");
        lines.forEach(line -> row(table, line));
        return new Reply.Done(json, table.lines());
    }

    private static void row(Table table, Line line) {
        var transfer = line.transfer();
        table.row(transfer.sequence(), transfer.at(), transfer.kind().label(), signed(transfer),
                transfer.after().available(), transfer.after().held(), subject(line),
                transfer.reason());
    }

    private static ObjectNode json(Line line) {
        var transfer = line.transfer();
        return Json.object()
                .put("transferId", transfer.id().toString())
                .put("sequence", transfer.sequence())
                .put("at", transfer.at().toString())
                .put("kind", transfer.kind().label())
                .put("credits", effect(transfer))
                .put("amount", transfer.amount().amount())
                .put("available", transfer.after().available().amount())
                .put("held", transfer.after().held().amount())
                .put("debt", transfer.after().debt().amount())
                .put("about", subject(line))
                .put("reason", transfer.reason());
    }

    private static String subject(Line line) {
        var subject = line.subject();
        return subject == null ? line.transfer().about().toString() : subject.toString();
    }

    private static String signed(Transfer transfer) {
        long effect = effect(transfer);
        return effect > 0 ? "+" + effect : Long.toString(effect);
    }

    /** What the line did to the credits that can be spent. */
    static long effect(Transfer transfer) {
        long amount = transfer.amount().amount();
        return transfer.kind().to() == Account.AVAILABLE ? amount
                : transfer.kind().from() == Account.AVAILABLE ? -amount : 0;
    }
}
