package dev.makegood.report;

import dev.makegood.csv.CsvRow;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Statements.StatementLine;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A customer's statement of a time, the oldest line first; never more than a page of it is in memory. */
public final class StatementExport {

    /** The first line of a statement in CSV. */
    public static final String CSV_HEADER = CsvRow.of("transactionId", "sequence", "kind",
            "credits",
            "change", "reason", "projectId", "paymentId", "available", "held", "debt", "createdAt");

    private static final int PAGE = 100;

    private final Statements statements;

    public StatementExport(Statements statements) {
        this.statements = statements;
    }

    /** Hands over every line from then until just before then; null leaves that end open. */
    public void read(
            CustomerId customer, @Nullable Instant from, @Nullable Instant to,
            Consumer<StatementLine> out) {
        long after = from == null ? 0 : statements.lastSequenceBefore(customer, from);
        var page = statements.linesAfter(customer, after, PAGE);
        while (!page.isEmpty()) {
            for (var line : page) {
                if (to != null && !line.transfer().at().isBefore(to)) {
                    return;
                }
                out.accept(line);
            }
            page = statements.linesAfter(customer, page.getLast().transfer().sequence(), PAGE);
        }
    }

    /** A line in CSV; {@code change} is its effect on the available credits. */
    public static String csv(StatementLine line) {
        var transfer = line.transfer();
        var after = transfer.balancesAfter();
        return CsvRow.of(transfer.id(), transfer.sequence(), transfer.kind().label(),
                transfer.amount(), line.change(), transfer.reason(),
                line.rootId("project"), line.rootId("payment"), after.available(),
                after.held(), after.debt(), transfer.at());
    }
}
