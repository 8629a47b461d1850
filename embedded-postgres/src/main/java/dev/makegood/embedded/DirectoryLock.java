package dev.makegood.embedded;

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

    private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(1);

    /** Checked first: closing any second channel on a file would free this process's lock on it. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits a moment, since {@link #isHeld} itself holds the lock very shortly. */
    static DirectoryLock acquire(Path file) {
        synchronized (HELD_BY_THIS_PROCESS) {
            if (!HELD_BY_THIS_PROCESS.add(file)) {
                throw new DataDirectoryInUse(file);
            }
            try {
                return lockFile(file);
            } catch (IOException e) {
                HELD_BY_THIS_PROCESS.remove(file);
                throw new EmbeddedPostgresException("cannot lock " + file, e);
            } catch (DataDirectoryInUse e) {
                HELD_BY_THIS_PROCESS.remove(file);
                throw e;
            }
        }
    }

    static boolean isHeld(Path file) {
        synchronized (HELD_BY_THIS_PROCESS) {
            if (HELD_BY_THIS_PROCESS.contains(file) || !Files.exists(file)) {
                return HELD_BY_THIS_PROCESS.contains(file);
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null;
            } catch (IOException e) {
                throw new EmbeddedPostgresException("cannot test the lock on " + file, e);
            }
        }
    }

    private static DirectoryLock lockFile(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------")));
        FileLock lock = channel.tryLock();
        var timeout = WaitTimeout.of(ACQUIRE_TIMEOUT);
        while (lock == null && timeout.pause()) {
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
        synchronized (HELD_BY_THIS_PROCESS) {
            try {
                channel.close();
                HELD_BY_THIS_PROCESS.remove(file);
            } catch (IOException e) {
                throw new EmbeddedPostgresException("cannot unlock " + file, e);
            }
        }
    }
}
