package dev.makegood.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL in a data directory: started by one server, attached to by the commands beside it.
 *
 * <p>It is durable, listens on the loopback address only and asks every login for a password.
 * Closing one that was {@link #start started} stops it and waits; the process that started it does
 * so before it ends. If that process was killed, the next start stops what it left. Closing an
 * {@link #attach attached} one stops nothing, and it may stop at any time with its server.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role of migrations: owns the database, may do everything in it. */
    public static final String OWNER = "makegood_owner";

    /** The role of the application: may connect; the rest is granted by migrations. */
    public static final String APPLICATION = "makegood_app";

    /** The database there is from the beginning. */
    public static final String DATABASE = "makegood";

    private static final Duration ATTACH_TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final Login owner;
    private final Login application;
    private final Runnable onClose;

    /**
     * Creates what is missing, stops what a killed server left, starts, and checks the durability.
     *
     * @throws DataDirectoryInUse if another server uses that directory
     * @throws NotADataDirectory if the folder holds files of something else
     * @throws EmbeddedPostgresException if it cannot start; the message says why
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        var directory = DataDirectory.in(dataDirectory).create();
        return start(directory, directory.binaries(), Durability.DURABLE);
    }

    static EmbeddedPostgres start(DataDirectory directory, Path binaries, Durability durability) {
        var postgresServer = PostgresServer.start(directory, binaries, durability);
        return new EmbeddedPostgres(postgresServer.port(), directory, postgresServer::close);
    }

    /**
     * Whether one was ever started there: a command that only reads creates none.
     *
     * @throws NotADataDirectory if the folder holds files of something else
     */
    public static boolean existsIn(Path dataDirectory) {
        return DataDirectory.in(dataDirectory).exists();
    }

    /**
     * The one that a server of this machine holds; waits while it is on its way up or down.
     * Empty if no server uses that directory.
     *
     * @throws EmbeddedPostgresException if the server is neither up nor stopped after 60 seconds
     */
    public static Optional<EmbeddedPostgres> attach(Path dataDirectory) {
        var directory = DataDirectory.in(dataDirectory);
        return directory.exists() ? attach(directory.toRealDirectory()) : Optional.empty();
    }

    private static Optional<EmbeddedPostgres> attach(DataDirectory directory) {
        var timeout = WaitTimeout.of(ATTACH_TIMEOUT);
        while (DirectoryLock.isHeld(directory.lock())) {
            var postmaster = Postmaster.of(directory.cluster());
            if (directory.ready().exists() && postmaster.isPresent()) {
                return Optional.of(
                        new EmbeddedPostgres(postmaster.get().port(), directory, () -> {}));
            }
            if (!timeout.pause()) {
                throw new EmbeddedPostgresException("the server on " + directory.home()
                        + " is neither up nor stopped after " + ATTACH_TIMEOUT.toSeconds()
                        + " s; see the logs in " + directory.log());
            }
        }
        return Optional.empty();
    }

    private EmbeddedPostgres(int port, DataDirectory directory, Runnable end) {
        this.port = port;
        this.owner = new Login(OWNER, directory.ownerPassword().read());
        this.application = new Login(APPLICATION, directory.applicationPassword().read());
        this.onClose = end;
    }

    /** The address of the database; with it the driver never sends a password in clear. */
    public String jdbcUrl() {
        return jdbcUrlOf(port, DATABASE);
    }

    static String jdbcUrlOf(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256";
    }

    /** The port it listens on, on the loopback address. */
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
        onClose.run();
    }
}
