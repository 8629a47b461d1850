package dev.makegood.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** One server per data directory: a lock that ends with the process, however it ends. */
final class DirectoryLock implements AutoCloseable {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** Asked first: closing any second channel on a file would free this process's lock on it. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits a moment, since {@link #isHeld} takes a look that holds the lock very shortly. */
    static DirectoryLock take(Path file) {
        synchronized (HELD_HERE) {
            if (!HELD_HERE.add(file)) {
                throw new DataDirectoryInUse(file);
            }
            try {
                return locked(file);
            } catch (IOException e) {
                HELD_HERE.remove(file);
                throw new EmbeddedPostgresFailed("cannot lock " + file, e);
            } catch (DataDirectoryInUse e) {
                HELD_HERE.remove(file);
                throw e;
            }
        }
    }

    static boolean isHeld(Path file) {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file) || !Files.exists(file)) {
                return HELD_HERE.contains(file);
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null;
            } catch (IOException e) {
                throw new EmbeddedPostgresFailed("cannot look at " + file, e);
            }
        }
    }

    private static DirectoryLock locked(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------")));
        FileLock lock = channel.tryLock();
        var patience = Patience.of(LONGEST_LOOK);
        while (lock == null && patience.waitABit()) {
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            throw new DataDirectoryInUse(file);
        }
        return new DirectoryLock(file, channel);
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            try {
                channel.close();
                HELD_HERE.remove(file);
            } catch (IOException e) {
                throw new EmbeddedPostgresFailed("cannot unlock " + file, e);
            }
        }
    }
}
