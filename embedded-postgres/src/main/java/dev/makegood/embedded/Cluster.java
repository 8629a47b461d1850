package dev.makegood.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** One PostgreSQL cluster on disk: created once, started and stopped; the caller holds the lock. */
final class Cluster {

    private static final String STOP_TIMEOUT_SECONDS = "60";

    /** Long: after a power cut it first repeats what its log holds. It gives up early by itself. */
    private static final String START_TIMEOUT_SECONDS = "600";

    /** A port may be taken; and what a killed server left behind ends only after a moment. */
    private static final Duration PORT_RETRY_TIMEOUT = Duration.ofSeconds(2);

    private final DataDirectory directory;
    private final PostgresPrograms postgresPrograms;
    private final Durability durability;

    Cluster(DataDirectory directory, PostgresPrograms postgresPrograms, Durability durability) {
        this.directory = directory;
        this.postgresPrograms = postgresPrograms;
        this.durability = durability;
    }

    Postmaster start() {
        createIfMissing();
        stopLeftOver();
        PostgresConfiguration.write(directory.cluster(), durability);
        return startOnFreePort();
    }

    /** Fast: open transactions are rolled back; what was committed stays. Waits for the end. */
    void stop(Postmaster postmaster) {
        if (postmaster.process().isAlive()) {
            postgresPrograms.run("pg_ctl", "stop", "-D", directory.cluster().toString(),
                    "-m", "fast", "-w", "-t", STOP_TIMEOUT_SECONDS);
        }
    }

    private void createIfMissing() {
        if (Files.exists(directory.cluster())) {
            directory.checkPasswordExists();
            return;
        }
        var draft = directory.home().resolve("cluster.new");
        Folders.delete(draft);
        runInitdb(draft);
        try {
            Files.move(draft, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot create " + directory.cluster(), e);
        }
    }

    private void runInitdb(Path draft) {
        var owner = Login.loadOrCreate(directory.ownerPassword(), EmbeddedPostgres.OWNER);
        postgresPrograms.run("initdb", "--pgdata=" + draft, "--username=" + owner.user(),
                "--pwfile=" + directory.ownerPassword().path(),
                "--auth-host=scram-sha-256", "--auth-local=scram-sha-256",
                "--locale=C.UTF-8", "--encoding=UTF8", "--no-instructions",
                durability == Durability.DURABLE ? "--data-checksums" : "--no-sync");
    }

    private void stopLeftOver() {
        var cluster = directory.cluster();
        Postmaster.of(cluster).ifPresent(found -> {
            if (found.isOtherProgram()) {
                new PrivateFile(Postmaster.file(cluster)).delete();
            } else if (found.runsIn(cluster)) {
                stop(found);
            }
        });
    }

    private Postmaster startOnFreePort() {
        var port = directory.port().exists() ? Integer.parseInt(directory.port().read())
                : findFreePort();
        var timeout = WaitTimeout.of(PORT_RETRY_TIMEOUT);
        while (true) {
            try {
                return startOn(port);
            } catch (EmbeddedPostgresException e) {
                if (!timeout.pause()) {
                    throw new EmbeddedPostgresException(e.getMessage() + "\n"
                            + Folders.lastLogLines(directory.log()), e);
                }
                port = findFreePort();
            }
        }
    }

    private Postmaster startOn(int port) {
        var log = new PrivateFile(directory.log().resolve("start.log"));
        log.delete();
        postgresPrograms.run("pg_ctl", "start", "-D", directory.cluster().toString(),
                "-l", log.path().toString(), "-o", "-c port=" + port, "-w", "-t",
                START_TIMEOUT_SECONDS);
        directory.port().write(Integer.toString(port));
        return Postmaster.of(directory.cluster())
                .orElseThrow(
                        () -> new EmbeddedPostgresException(
                                "PostgreSQL ended right after its start; see the logs in "
                                        + directory.log()));
    }

    private static int findFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("no free port on the loopback address", e);
        }
    }
}
