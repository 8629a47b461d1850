package dev.makegood.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** One PostgreSQL cluster on disk: made once, started and stopped; whoever calls holds the lock. */
final class Cluster {

    private static final String STOP_SECONDS = "60";

    /** Long: after a power cut it first repeats what its log holds. It gives up early by itself. */
    private static final String START_SECONDS = "600";

    /** A port may be taken; and what a killed server left behind ends only after a moment. */
    private static final Duration LONGEST_TRYING = Duration.ofSeconds(2);

    private final DataDirectory directory;
    private final Programs programs;
    private final Durability durability;

    Cluster(DataDirectory directory, Programs programs, Durability durability) {
        this.directory = directory;
        this.programs = programs;
        this.durability = durability;
    }

    Postmaster start() {
        makeOnce();
        stopLeftOver();
        Configuration.write(directory.cluster(), durability);
        return startOnSomePort();
    }

    /** Fast: whoever works is rolled back; what was committed stays. Waits for the end. */
    void stop(Postmaster postmaster) {
        if (postmaster.process().isAlive()) {
            programs.run("pg_ctl", "stop", "-D", directory.cluster().toString(),
                    "-m", "fast", "-w", "-t", STOP_SECONDS);
        }
    }

    private void makeOnce() {
        if (Files.exists(directory.cluster())) {
            directory.proveThatThePasswordIsThere();
            return;
        }
        var draft = directory.home().resolve("cluster.new");
        Folders.delete(draft);
        initialise(draft);
        try {
            Files.move(draft, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed("cannot make " + directory.cluster(), e);
        }
    }

    private void initialise(Path draft) {
        var owner = Login.keptIn(directory.ownerPassword(), EmbeddedPostgres.OWNER);
        programs.run("initdb", "--pgdata=" + draft, "--username=" + owner.user(),
                "--pwfile=" + directory.ownerPassword().path(),
                "--auth-host=scram-sha-256", "--auth-local=scram-sha-256",
                "--locale=C.UTF-8", "--encoding=UTF8", "--no-instructions",
                durability == Durability.DURABLE ? "--data-checksums" : "--no-sync");
    }

    private void stopLeftOver() {
        var cluster = directory.cluster();
        Postmaster.of(cluster).ifPresent(found -> {
            if (found.isSomebodyElse()) {
                new PrivateFile(Postmaster.file(cluster)).delete();
            } else if (found.worksIn(cluster)) {
                stop(found);
            }
        });
    }

    private Postmaster startOnSomePort() {
        var port = directory.port().exists() ? Integer.parseInt(directory.port().read()) : free();
        var patience = Patience.of(LONGEST_TRYING);
        while (true) {
            try {
                return startOn(port);
            } catch (EmbeddedPostgresFailed e) {
                if (!patience.waitABit()) {
                    throw new EmbeddedPostgresFailed(e.getMessage() + "\n"
                            + Folders.lastWords(directory.log()), e);
                }
                port = free();
            }
        }
    }

    private Postmaster startOn(int port) {
        var log = new PrivateFile(directory.log().resolve("start.log"));
        log.delete();
        programs.run("pg_ctl", "start", "-D", directory.cluster().toString(),
                "-l", log.path().toString(), "-o", "-c port=" + port, "-w", "-t", START_SECONDS);
        directory.port().write(Integer.toString(port));
        return Postmaster.of(directory.cluster())
                .orElseThrow(
                        () -> new EmbeddedPostgresFailed(
                                "PostgreSQL ended at once: " + directory.log()));
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed("no free port", e);
        }
    }
}
