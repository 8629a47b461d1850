package dev.makegood.cli;

import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The environment of the real process. */
final class ProcessEnvironment {

    /** The launcher knows exactly which of its outputs are terminals, and says so: {@code out,err}. */
    private static final String TERMINALS = "makegood.terminals";

    private ProcessEnvironment() {}

    static CliEnvironment detect() {
        var variables = System.getenv();
        boolean plain = variables.containsKey("NO_COLOR")
                || "dumb".equals(variables.get("TERM"));
        return new CliEnvironment(variables, Path.of(""),
                outputTarget(System.out, "out", 1, plain),
                outputTarget(System.err, "err", 2, plain),
                CliWiring::openInstallation);
    }

    private static OutputTarget outputTarget(
            PrintStream stream, String name, int descriptor, boolean plain) {
        return new OutputTarget(stream, !plain && isTerminal(name, descriptor));
    }

    private static boolean isTerminal(String name, int descriptor) {
        var terminals = System.getProperty(TERMINALS);
        return terminals == null ? isTerminalDescriptor(descriptor)
                : List.of(terminals.split(",")).contains(name);
    }

    /** Started without the launcher: Linux can tell; elsewhere we assume that there is none. */
    private static boolean isTerminalDescriptor(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
