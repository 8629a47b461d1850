package dev.makegood.cli.terminal;

import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * The environment of a command: what it may read and where it may write.
 *
 * @param workingDirectory where {@code makegood.properties} may lie
 * @param opener opens the installation that the settings name
 */
public record CliEnvironment(Map<String, String> variables, Path workingDirectory,
        OutputTarget out, OutputTarget err, Function<Settings, Installation> opener) {

    /** A stream to write to, and whether it is a terminal that shows colour. */
    public record OutputTarget(PrintStream stream, boolean hasColour) {}
}
