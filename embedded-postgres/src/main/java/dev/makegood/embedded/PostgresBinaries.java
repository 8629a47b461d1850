package dev.makegood.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the archive on the class path. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; safe to call concurrently. */
    static Path unpackInto(Path cache) {
        var archive = archive();
        try {
            var unpacked = cache.resolve(fingerprint(archive));
            if (!Files.exists(unpacked)) {
                unpack(archive, unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot unpack PostgreSQL into " + cache, e);
        }
    }

    private static URL archive() {
        var name = "/postgres-" + operatingSystem() + "-" + processor() + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new EmbeddedPostgresException("this build has no PostgreSQL for this machine ("
                    + name + " is not on the class path); give the URL of a database instead");
        }
        return archive;
    }

    private static String operatingSystem() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        var arch = System.getProperty("os.arch");
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
    }

    private static String fingerprint(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        return "%x".formatted(connection.getContentLengthLong());
    }

    /** Into a draft folder, then renamed: no other process ever sees half a PostgreSQL. */
    private static void unpack(URL archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var draft = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive.openStream()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft.resolve(entry.getName()));
            }
            Files.move(draft, target);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Folders.writeForced(file, tar);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }
}
