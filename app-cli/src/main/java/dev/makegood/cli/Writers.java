package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lets picocli write where we write. */
final class Writers {

    private Writers() {}

    static PrintWriter to(Screen screen) {
        return new PrintWriter(screen.stream(), true, StandardCharsets.UTF_8);
    }
}
