package dev.makegood.cli.command;

import dev.makegood.event.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Why an operator does something; it is kept with what was done. */
public final class ReasonOption {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--reason", required = true, paramLabel = "TEXT",
            description = "Why; it is kept with what was done.")
    private String reason = "";

    public Cause cause(Map<String, String> environment) {
        Cause.findReasonProblem(reason).ifPresent(problem -> {
            throw usageError("--reason " + problem);
        });
        return new Cause(actor(environment), reason);
    }

    /** The operator: the name of the account, as far as the shell knows it. */
    public static String actor(Map<String, String> environment) {
        return "cli:" + environment.getOrDefault("USER", "operator");
    }

    String text() {
        return reason;
    }

    /** The exception for wrong usage, to be thrown before anything is touched. */
    ParameterException usageError(String problem) {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command");
        }
        return new ParameterException(command.commandLine(), problem);
    }
}
