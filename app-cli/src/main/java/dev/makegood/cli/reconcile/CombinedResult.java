package dev.makegood.cli.reconcile;

import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.CommandResult.CommandFindings;
import dev.makegood.cli.terminal.CommandResult.CommandSuccess;
import dev.makegood.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.Map;

/** The results of several reconciliations as one: what one could not do hides nothing of the others. */
final class CombinedResult {

    private CombinedResult() {}

    static CommandResult of(Map<String, CommandResult> results) {
        var json = CliJson.object();
        var lines = new ArrayList<String>();
        results.forEach((name, result) -> {
            json.set(name, result.json());
            lines.add(name);
            result.lines().forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
        });
        var exitCode = exitCode(results);
        return exitCode == ExitCode.SUCCESS ? new CommandSuccess(json, lines)
                : new CommandFindings(exitCode, json, lines);
    }

    /** Unreachable weighs more than a difference: what was not compared may differ too. */
    private static ExitCode exitCode(Map<String, CommandResult> results) {
        var failed = results.values()
                .stream()
                .map(CommandResult::exitCode)
                .filter(code -> code != ExitCode.SUCCESS)
                .toList();
        return failed.contains(ExitCode.UNREACHABLE) ? ExitCode.UNREACHABLE
                : failed.isEmpty() ? ExitCode.SUCCESS : failed.getFirst();
    }
}
