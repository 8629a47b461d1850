package dev.makegood.cli.refund;

import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.list.ListFile;
import dev.makegood.cli.list.ListProblems;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ProgressBar;
import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refunds from a CSV list, each as if it had been typed; so an interrupted list is simply run again.
 *
 * <p>Everything is read and checked before the first refund.
 */
record RefundList(List<RefundListEntry> entries) {

    private static final List<List<String>> COLUMNS = List.of(
            List.of("kind", "id", "credits", "reason"),
            List.of("kind", "id", "credits", "amount", "reason"));

    /** One line of the list. */
    record RefundListEntry(int lineNumber, String targetKind, UUID id, @Nullable Long credits,
            @Nullable AmountArgument amount, String reason) {}

    /** Reads a list; {@code toException} makes the exception for a list that cannot be used. */
    static RefundList read(Path file, Function<String, RuntimeException> toException) {
        var problems = new ListProblems(toException);
        var entries = new ListFile(file, COLUMNS).read(problems)
                .stream()
                .map(row -> new RefundListLine(row, problems).toEntry())
                .filter(Objects::nonNull)
                .toList();
        problems.throwIfAny();
        return new RefundList(entries);
    }

    /** Refunds them one after another, each entirely or not at all. */
    CommandResult apply(Installation installation, boolean dryRun, CommandContext context) {
        var actor = ReasonOption.actor(context.environment().variables());
        entries.forEach(entry -> toRefund(entry, actor).validate(installation));
        var progressBar = new ProgressBar(context.environment().err(), entries.size());
        var outcomes = new ArrayList<RefundOutcome>();
        for (var entry : entries) {
            var refund = toRefund(entry, actor);
            outcomes.add(new RefundOutcome(entry,
                    dryRun ? refund.plan(installation) : refund.apply(installation)));
            progressBar.step();
        }
        progressBar.finish();
        return RefundListOutput.of(outcomes, dryRun);
    }

    /** A line and what became of it. */
    record RefundOutcome(RefundListEntry entry, CommandResult result) {}

    private static OperatorRefund toRefund(RefundListEntry entry, String actor) {
        return switch (entry.targetKind()) {
            case "payment" -> new OperatorPaymentRefund(new PaymentId(entry.id()), entry.amount(),
                    "line " + entry.lineNumber(), "", null, new Cause(actor, entry.reason()));
            case "project" -> toCreditRefund(entry, new OperatorCreditRefund.ProjectTarget(
                    new ProjectId(entry.id())), actor);
            default -> toCreditRefund(entry, new OperatorCreditRefund.CaptureTarget(
                    new TransferId(entry.id())), actor);
        };
    }

    private static OperatorRefund toCreditRefund(
            RefundListEntry entry, OperatorCreditRefund.RefundTarget target, String actor) {
        var credits = entry.credits();
        var id = TransferOptions.deriveId(target.id(), entry.reason(), "", target.kind(),
                credits == null ? "all" : credits);
        return new OperatorCreditRefund(target, credits, id, new Cause(actor, entry.reason()));
    }
}
