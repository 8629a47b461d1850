package dev.makegood.cli;

import dev.makegood.cli.terminal.ExitCode;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makegood completion bash|zsh}: a script that lets the shell complete our commands. */
@Command(name = "completion", mixinStandardHelpOptions = true,
        description = "A script for the shell: source <(makegood completion bash).")
final class CompletionCommand implements Callable<Integer> {

    private static final Set<String> SHELLS = Set.of("bash", "zsh");

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "bash|zsh")
    private String shell = "";

    @Override
    public Integer call() {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command");
        }
        var line = command.commandLine();
        if (!SHELLS.contains(shell)) {
            throw new ParameterException(line,
                    "no completion for " + shell + "; supported are bash and zsh");
        }
        line.getOut().print(AutoComplete.bash("makegood", command.root().commandLine()));
        line.getOut().flush();
        return ExitCode.SUCCESS.code();
    }
}
