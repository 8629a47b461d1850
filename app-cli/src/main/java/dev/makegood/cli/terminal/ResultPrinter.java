package dev.makegood.cli.terminal;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import java.util.stream.Collectors;

/** Prints a result: success on stdout, a problem on stderr, as text or as JSON. */
public record ResultPrinter(CliEnvironment environment, boolean json) {

    public int print(CommandResult result) {
        if (result instanceof CommandResult.CommandProblem problem) {
            printProblem(problem);
        } else if (json) {
            environment.out().stream().println(CliJson.write(result.json()));
        } else {
            result.lines().forEach(environment.out().stream()::println);
        }
        environment.out().stream().flush();
        return result.exitCode().code();
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
                ? CliJson.write(problem.json())
                : new TerminalText(err.hasColour()).red("makegood: ")
                        + safeText(problem);
        err.stream().println(message);
        err.stream().flush();
    }
}
