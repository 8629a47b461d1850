package dev.makegood.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small text file that only its owner may read, and that is replaced whole or not at all. */
record PrivateFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    String read() {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read " + path, e);
        }
    }

    void write(String text) {
        var draft = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            writeForced(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot write " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot delete " + path, e);
        }
    }

    private static void writeForced(Path draft, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(draft, options, ownerOnly)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
