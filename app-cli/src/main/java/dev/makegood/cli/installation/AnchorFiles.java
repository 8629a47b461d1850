package dev.makegood.cli.installation;

import dev.makegood.anchor.Anchors;
import dev.makegood.anchor.InvalidAnchorException;
import dev.makegood.audit.Violation;
import dev.makegood.server.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Anchors that were kept in files: all are read to their ends before anything is compared. */
record AnchorFiles(List<Path> files) {

    /** @throws InvalidAnchorException if one of them is damaged, was cut off or is no anchor */
    void check() {
        files.forEach(file -> {
            var unused = withLines(file, Anchors::read);
        });
    }

    void compare(Installation installation, Consumer<? super Violation> consumer) {
        var anchors = Anchors.of(installation.storage().archive());
        files.forEach(file -> {
            var unused = withLines(file, lines -> {
                anchors.compare(lines, consumer);
                return file;
            });
        });
    }

    static <R> R withLines(Path file, Function<Iterator<String>, R> use) {
        try (var lines = Files.lines(file)) {
            return use.apply(lines.iterator());
        } catch (InvalidAnchorException e) {
            throw new InvalidAnchorException(file + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new InvalidAnchorException(file + ": there is no such file");
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidAnchorException(file + " cannot be read as text: " + e.getMessage());
        }
    }
}
