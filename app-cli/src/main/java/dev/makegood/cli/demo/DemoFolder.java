package dev.makegood.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a demo keeps its data: in a given folder, or in a temporary one. */
record DemoFolder(Path path, boolean temporary) implements AutoCloseable {

    static DemoFolder of(@Nullable Path chosen) {
        try {
            return chosen == null
                    ? new DemoFolder(Files.createTempDirectory("makegood-demo-"), true)
                    : new DemoFolder(chosen, false);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo cannot be made", e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            contents().forEach(DemoFolder::delete);
        }
    }

    private List<Path> contents() {
        try (var files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo cannot be deleted", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo cannot be deleted", e);
        }
    }
}
