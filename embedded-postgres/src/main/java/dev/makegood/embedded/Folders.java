package dev.makegood.embedded;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole folders, and the files in them. */
final class Folders {

    private Folders() {}

    /** On the disk, not only on its way there. */
    static void writeForced(Path file, InputStream content) throws IOException {
        try (var out = new FileOutputStream(file.toFile())) {
            content.transferTo(out);
            out.getFD().sync();
        }
    }

    /** The end of what was written last into a folder of logs. */
    static String lastLogLines(Path logs) {
        try (var files = Files.list(logs)) {
            var newest = files.max(Comparator.comparingLong(file -> file.toFile().lastModified()));
            var lines = newest.isPresent() ? Files.readAllLines(newest.get()) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read the logs in " + logs, e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedPostgresException("cannot delete " + folder, e);
        }
    }
}
