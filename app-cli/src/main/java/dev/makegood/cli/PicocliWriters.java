package dev.makegood.cli;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lets picocli write where we write. */
final class PicocliWriters {

    private PicocliWriters() {}

    static PrintWriter to(OutputTarget target) {
        return new PrintWriter(target.stream(), true, StandardCharsets.UTF_8);
    }
}
