package dev.makegood.cli;

import dev.makegood.cli.command.Usage;
import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.ExitCode;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code makegood completion bash|zsh}: a script that lets the shell complete our commands. */
@Command(name = "completion", mixinStandardHelpOptions = true,
        description = "A script for the shell: source <(makegood completion bash).")
final class CompletionCommand implements Callable<Integer> {

    private static final Set<String> SHELLS = Set.of("bash", "zsh");

    private final CliEnvironment environment;

    @Mixin
    private final Usage usage = new Usage();

    @Parameters(paramLabel = "bash|zsh")
    private String shell = "";

    CompletionCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw usage.error("no completion for " + shell + "; supported are bash and zsh");
        }
        environment.out()
                .stream()
                .print(AutoComplete.bash("makegood", Main.commandLine(environment)));
        environment.out().stream().flush();
        return ExitCode.SUCCESS.code();
    }
}
