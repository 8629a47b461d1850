package dev.makegood.cli;

import dev.makegood.event.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Why an operator does something; it is kept with what was done. */
final class Reason {

    private static final int CHARACTERS_MAX = 500;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--reason", required = true, paramLabel = "TEXT",
            description = "Why; it is kept with what was done.")
    private String reason = "";

    Cause cause(Map<String, String> environment) {
        if (reason.isBlank() || reason.length() > CHARACTERS_MAX) {
            throw wrong("--reason has 1 to 500 characters");
        }
        return new Cause(actor(environment), reason);
    }

    /** Who types: the name of the account, as far as the shell tells it. */
    static String actor(Map<String, String> environment) {
        return "cli:" + environment.getOrDefault("USER", "operator");
    }

    String words() {
        return reason;
    }

    /** Tells picocli that what was typed is wrong, before anything is touched. */
    ParameterException wrong(String problem) {
        if (command == null) {
            throw new IllegalStateException("nobody mixed this in");
        }
        return new ParameterException(command.commandLine(), problem);
    }
}
