package dev.makegood.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Refuses wrong usage of the command it is mixed into, before anything is touched. */
@Command // or it could not be mixed in, for it has no option
public final class Usage {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The exception for wrong usage. */
    public ParameterException error(String problem) {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command");
        }
        return new ParameterException(command.commandLine(), problem);
    }

    /** The number; throws if it is out of bounds. */
    public int requireBetween(int min, int max, String option, int number) {
        if (number < min || number > max) {
            throw error("%s must be %d to %d, not %d".formatted(option, min, max, number));
        }
        return number;
    }
}
