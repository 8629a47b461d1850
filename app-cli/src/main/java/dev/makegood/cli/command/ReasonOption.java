package dev.makegood.cli.command;

import dev.makegood.event.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Why an operator does something; it is kept with what was done. */
public final class ReasonOption {

    @Mixin
    private final Usage usage = new Usage();

    @Option(names = "--reason", paramLabel = "TEXT",
            description = "Why; it is kept with what was done. Required, but for a list, which has "
                    + "its own.")
    private @Nullable String given;

    public Cause cause(Map<String, String> environment) {
        if (given == null) {
            throw usageError("Missing required option: '--reason=TEXT'");
        }
        var reason = given;
        Cause.findReasonProblem(reason).ifPresent(problem -> {
            throw usageError("--reason " + problem);
        });
        return new Cause(actor(environment), reason);
    }

    /** The operator: the name of the account, as far as the shell knows it. */
    public static String actor(Map<String, String> environment) {
        return "cli:" + environment.getOrDefault("USER", "operator");
    }

    /** Tells whether one was given. */
    public boolean isGiven() {
        return given != null;
    }

    String text() {
        return given == null ? "" : given;
    }

    /** The exception for wrong usage, to be thrown before anything is touched. */
    ParameterException usageError(String problem) {
        return usage.error(problem);
    }
}
