package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The surroundings of the real process. */
final class ThisProcess {

    /** The launcher knows exactly which of its outputs are terminals, and says so: {@code out,err}. */
    private static final String TERMINALS = "makegood.terminals";

    private ThisProcess() {}

    static Surroundings surroundings() {
        var environment = System.getenv();
        boolean plain = environment.containsKey("NO_COLOR")
                || "dumb".equals(environment.get("TERM"));
        return new Surroundings(environment, Path.of(""),
                screen(System.out, "out", 1, plain), screen(System.err, "err", 2, plain),
                Wiring::door);
    }

    private static Screen screen(PrintStream stream, String name, int descriptor, boolean plain) {
        return new Screen(stream, !plain && isTerminal(name, descriptor));
    }

    private static boolean isTerminal(String name, int descriptor) {
        var told = System.getProperty(TERMINALS);
        return told == null ? leadsToATerminal(descriptor)
                : List.of(told.split(",")).contains(name);
    }

    /** Started without the launcher: Linux can tell; elsewhere we assume that nobody looks. */
    private static boolean leadsToATerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
