package dev.makegood.cli.refund;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The result of a list of refunds, for people and programs. */
final class RefundListOutput {

    private RefundListOutput() {}

    static CommandResult of(List<RefundList.RefundOutcome> outcomes, boolean dryRun) {
        var notDone = outcomes.stream()
                .map(RefundList.RefundOutcome::result)
                .filter(CommandResult.CommandProblem.class::isInstance)
                .map(CommandResult::exitCode)
                .toList();
        long unknownCount = notDone.stream().filter(RefundListOutput::mayHaveHappened).count();
        long refusedCount = notDone.size() - unknownCount;
        var would = dryRun ? " would be " : " ";
        var json = CliJson.object()
                .put("lines", outcomes.size())
                .put("refused", refusedCount)
                .put("unknown", unknownCount)
                .put("dryRun", dryRun);
        json.set("refunds", CliJson.array(outcomes, RefundListOutput::json));
        var lines = new ArrayList<String>();
        outcomes.forEach(
                it -> lines.add("line " + it.entry().lineNumber() + ": "
                        + String.join(" ", it.result().lines())));
        lines.add(outcomes.size() - notDone.size() + would + "done"
                + (refusedCount == 0 ? "" : ", " + refusedCount + would + "refused")
                + (unknownCount == 0 ? ""
                        : ", " + unknownCount + " unknown: run the same list again"));
        return notDone.isEmpty() ? new CommandResult.CommandSuccess(json, lines)
                : new CommandResult.CommandFindings(
                        unknownCount == notDone.size() ? ExitCode.UNREACHABLE : ExitCode.REFUSED,
                        json, lines);
    }

    /** Not refused: the outcome is unknown, and the same list again finds it out. */
    private static boolean mayHaveHappened(ExitCode exitCode) {
        return exitCode == ExitCode.UNREACHABLE || exitCode == ExitCode.BUSY;
    }

    private static JsonNode json(RefundList.RefundOutcome refundOutcome) {
        var json = CliJson.object().put("line", refundOutcome.entry().lineNumber());
        var result = refundOutcome.result();
        return result instanceof CommandResult.CommandProblem problem
                ? json.setAll(problem.json())
                : json.set("done", result.json());
    }
}
