package dev.makegood.cli;

import dev.makegood.server.Installation;
import dev.makegood.server.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * Where a command finds itself: what it may read and where it may write.
 *
 * @param folder where {@code makegood.properties} may lie
 * @param door opens the installation that the settings name
 */
record Surroundings(Map<String, String> environment, Path folder, Screen out, Screen err,
        Function<Settings, Installation> door) {

    /** Somewhere to write; {@code colour} where a person looks at it. */
    record Screen(PrintStream stream, boolean colour) {}
}
