package dev.makegood.cli;

import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.CommandResult.CommandProblem;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.cli.terminal.ResultPrinter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage: what is wrong, and where the usage stands; not the whole usage. */
record UsageErrors(CliEnvironment environment) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        boolean json = List.of(arguments).contains("--json");
        return new ResultPrinter(environment, json).print(
                new CommandProblem(ExitCode.USAGE, "invalid_request", message(wrong)));
    }

    private static String message(ParameterException wrong) {
        var suggestions = new StringWriter();
        var unused = UnmatchedArgumentException.printSuggestions(wrong,
                new PrintWriter(suggestions, true));
        return (wrong.getMessage() + System.lineSeparator() + suggestions).strip()
                + System.lineSeparator() + "see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }
}
