package dev.makegood.cli.terminal;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import java.util.stream.Collectors;

/** Prints a result: success on stdout, a problem on stderr, as text or as JSON. */
public record ResultPrinter(CliEnvironment environment, boolean json) {

    public int print(CommandResult result) {
        switch (result) {
            case CommandResult.CommandSuccess success ->
                    printOutput(json ? CliJson.write(success.json()) : joinLines(success.lines()));
            case CommandResult.CommandFindings findings ->
                    printOutput(
                            json ? CliJson.write(findings.json()) : joinLines(findings.lines()));
            case CommandResult.CommandProblem problem -> printProblem(problem);
        }
        environment.out().stream().flush();
        return result.exitCode().code();
    }

    private void printOutput(String text) {
        environment.out().stream().println(text);
    }

    private static String joinLines(Iterable<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }

    /** Wrong usage may take several lines; other details may hold text from outside, which stays in one. */
    private static String safeText(CommandResult.CommandProblem problem) {
        return problem.exitCode() == ExitCode.USAGE
                ? problem.detail()
                        .lines()
                        .map(TerminalText::sanitize)
                        .collect(Collectors.joining(System.lineSeparator()))
                : TerminalText.sanitize(problem.detail());
    }

    private void printProblem(CommandResult.CommandProblem problem) {
        OutputTarget err = environment.err();
        var message = json
                ? CliJson.write(CliJson.object()
                        .put("code", problem.code())
                        .put("detail", problem.detail()))
                : new TerminalText(err.hasColour()).red("makegood: ")
                        + safeText(problem);
        err.stream().println(message);
        err.stream().flush();
    }
}
