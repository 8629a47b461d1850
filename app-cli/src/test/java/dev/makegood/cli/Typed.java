package dev.makegood.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A command typed in this process, as if beside a server, and what it said. */
public record Typed(int exit, String out, String err) {

    /** In front of the embedded database in this folder. */
    public static Typed atData(Path data, String... arguments) {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()));
        var said = new Terminal(Wiring::door, Map.of("USER", "operator"), Path.of("."))
                .types(all.toArray(String[]::new));
        return new Typed(said.exit(), said.out(), said.err());
    }
}
