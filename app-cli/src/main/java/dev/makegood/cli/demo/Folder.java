package dev.makegood.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a demo keeps its data: where it was told, or in a folder that goes away with it. */
record Folder(Path path, boolean temporary) implements AutoCloseable {

    static Folder of(@Nullable Path chosen) {
        try {
            return chosen == null
                    ? new Folder(Files.createTempDirectory("makegood-demo-"), true)
                    : new Folder(chosen, false);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the demo", e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            everything().forEach(Folder::delete);
        }
    }

    private List<Path> everything() {
        try (var files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo is still there", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the demo is still there", e);
        }
    }
}
