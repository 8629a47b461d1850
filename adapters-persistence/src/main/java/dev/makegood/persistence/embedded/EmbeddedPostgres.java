package dev.makegood.persistence.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL in a data directory: started by one server, attached to by the commands beside it.
 *
 * <p>It is durable, listens on the loopback address only and asks everybody for a password.
 * Closing one that was {@link #start started} stops it and waits; whoever started it does that at
 * his own end. If he was killed, the next start stops what he left. Closing an {@link #attach
 * attached} one stops nothing, and it may go away at any time with its server.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role of migrations: owns the database, may do everything. */
    public static final String OWNER = "makegood_owner";

    /** The role of the application: may connect; the rest is granted by migrations. */
    public static final String APPLICATION = "makegood_app";

    /** The database there is from the beginning. */
    public static final String DATABASE = "makegood";

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final int port;
    private final Login owner;
    private final Login application;
    private final Runnable end;

    /**
     * Makes what is missing, stops what a killed server left, starts, and proves the promises.
     *
     * @throws DataDirectoryInUse if another server works on that directory
     * @throws EmbeddedPostgresFailed if it cannot be done; the message says why
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        var directory = DataDirectory.in(dataDirectory).created();
        return start(directory, directory.binaries(), Durability.DURABLE);
    }

    static EmbeddedPostgres start(DataDirectory directory, Path binaries, Durability durability) {
        var server = Server.start(directory, binaries, durability);
        return new EmbeddedPostgres(server.port(), directory, server::close);
    }

    /** Whether one was ever started there: a command that only looks makes none. */
    public static boolean isIn(Path dataDirectory) {
        return DataDirectory.in(dataDirectory).exists();
    }

    /**
     * The one that a server of this machine holds; waits while it is on its way up or down.
     * Empty if nobody works on that directory.
     *
     * @throws EmbeddedPostgresFailed if the server is neither up nor gone after 60 seconds
     */
    public static Optional<EmbeddedPostgres> attach(Path dataDirectory) {
        var directory = DataDirectory.in(dataDirectory);
        return directory.exists() ? attach(directory.real()) : Optional.empty();
    }

    private static Optional<EmbeddedPostgres> attach(DataDirectory directory) {
        var patience = Patience.of(LONGEST_START);
        while (DirectoryLock.isHeld(directory.lock())) {
            var postmaster = Postmaster.of(directory.cluster());
            if (directory.ready().exists() && postmaster.isPresent()) {
                return Optional.of(
                        new EmbeddedPostgres(postmaster.get().port(), directory, () -> {}));
            }
            if (!patience.waitABit()) {
                throw new EmbeddedPostgresFailed("the server on " + directory.home()
                        + " is neither up nor gone after " + LONGEST_START.toSeconds() + " s");
            }
        }
        return Optional.empty();
    }

    private EmbeddedPostgres(int port, DataDirectory directory, Runnable end) {
        this.port = port;
        this.owner = new Login(OWNER, directory.ownerPassword().read());
        this.application = new Login(APPLICATION, directory.applicationPassword().read());
        this.end = end;
    }

    /** The address of the database; the driver never shows a password to anybody in clear. */
    public String jdbcUrl() {
        return urlOf(port, DATABASE);
    }

    static String urlOf(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256";
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return port;
    }

    /** For migrations. */
    public Login owner() {
        return owner;
    }

    /** For everything else. */
    public Login application() {
        return application;
    }

    @Override
    public void close() {
        end.run();
    }
}
