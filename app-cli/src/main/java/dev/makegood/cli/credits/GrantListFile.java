package dev.makegood.cli.credits;

import dev.makegood.GrantBatches.GrantedLine;
import dev.makegood.GrantBatches.LineResult;
import dev.makegood.GrantBatches.RefusedLine;
import dev.makegood.GrantLine;
import dev.makegood.GrantList;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.cli.terminal.ProgressBar;
import dev.makegood.cli.terminal.Table;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.csv.LineProblem;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Grants from a CSV list: all of it is read and checked before the first is given, and the same list again
 * gives what is left.
 */
record GrantListFile(GrantList list, boolean mayAllBeNew, boolean dryRun) {

    CommandResult run(CommandContext context, Installation installation) {
        var batches = installation.makegood().grantBatches();
        var lines = list.lines().stream().map(this::mayBeNew).toList();
        var problems = new ArrayList<>(list.problems());
        problems.addAll(batches.check(lines));
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(new LineProblem(1, "there is no grant in this list"));
        }
        if (!problems.isEmpty()) {
            return refusal(problems);
        }
        var actor = ReasonOption.actor(context.environment().variables());
        var bar = new ProgressBar(context.environment().err(), lines.size());
        var results = new ArrayList<LineResult>();
        for (var line : lines) {
            results.add(dryRun ? new GrantedLine(line, !batches.isGranted(line))
                    : batches.grant(line, actor, installation.ids()));
            bar.step();
        }
        bar.finish();
        return output(results);
    }

    /** The result for a list of which nothing was done: what is wrong, each in a line of its own. */
    private static CommandResult refusal(List<LineProblem> problems) {
        var sorted = problems.stream().sorted(Comparator.comparingInt(LineProblem::line)).toList();
        var lines = new ArrayList<String>();
        sorted.forEach(problem -> lines.add(TerminalText.sanitize(problem.toString())));
        lines.add("nothing was done");
        var json = CliJson.object()
                .put("code", "invalid_request")
                .put("detail", "nothing was done: the list is wrong");
        json.set("errors", CliJson.array(sorted, problem -> CliJson.object()
                .put("line", problem.line())
                .put("problem", problem.problem())));
        return new CommandResult.CommandFindings(ExitCode.USAGE, json, lines);
    }

    private GrantLine mayBeNew(GrantLine line) {
        return new GrantLine(line.line(), line.id(), line.customer(),
                line.mayBeNew() || mayAllBeNew, line.grant(), line.reason());
    }

    private CommandResult output(List<LineResult> results) {
        var changed = results.stream().filter(GrantListFile::isChanged).toList();
        long refused = results.stream().filter(RefusedLine.class::isInstance).count();
        long unchanged = results.size() - changed.size() - refused;
        long credits = changed.stream()
                .mapToLong(result -> result.line().grant().credits().amount())
                .reduce(0, Math::addExact);
        var json = CliJson.object()
                .put("granted", changed.size())
                .put("unchanged", unchanged)
                .put("refused", refused)
                .put("credits", credits)
                .put("dryRun", dryRun);
        json.set("grants", CliJson.array(results, result -> CliJson.object()
                .put("line", result.line().line())
                .put("id", result.line().id())
                .put("customer", result.line().customer().toString())
                .put("credits", result.line().grant().credits().amount())
                .put("grantId", result.line().grantId().toString())
                .put("changed", isChanged(result) && !dryRun)));
        var table = Table.of("line", "id", "customer", "credits", "result");
        results.forEach(result -> table.addRow(result.line().line(), result.line().id(),
                result.line().customer(), result.line().grant().credits(), word(result)));
        var lines = new ArrayList<>(table.lines());
        lines.add((dryRun ? "would grant " : "granted ") + credits + " credits in "
                + changed.size() + " lines; already done: " + unchanged);
        return refused == 0 ? new CommandResult.CommandSuccess(json, lines)
                : new CommandResult.CommandFindings(json, lines);
    }

    private static boolean isChanged(LineResult result) {
        return result instanceof GrantedLine granted && granted.changed();
    }

    private String word(LineResult result) {
        return switch (result) {
            case GrantedLine granted when !granted.changed() -> "already done";
            case GrantedLine granted -> dryRun ? "would grant" : "granted";
            case RefusedLine refused -> "refused: the wallet has room for " + refused.room();
        };
    }
}
