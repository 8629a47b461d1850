package dev.makegood.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real PostgreSQL for tests, in a folder that is deleted at the end of the JVM.
 *
 * <p>{@link #shared()} is one per JVM, quick and not durable; {@link #durable()} is a new one of the
 * kind that keeps money, for tests that kill it.
 */
public final class TestPostgres implements AutoCloseable {

    /** Many test classes of one JVM keep a pool each until its end. */
    private static final String ROOM_FOR_ALL_TESTS = "max_connections = 400\n";

    private final Path folder;
    private final Durability durability;
    private final Set<String> templates = new HashSet<>();
    private EmbeddedPostgres postgres;
    private int databases;

    /** In a folder of the caller's, which is emptied at the end. */
    public static TestPostgres in(Path folder) {
        return new TestPostgres(Durability.EPHEMERAL, folder);
    }

    private TestPostgres(Durability durability) {
        this(durability, temporaryFolder());
    }

    private TestPostgres(Durability durability, Path folder) {
        this.folder = folder;
        this.durability = durability;
        this.postgres = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static TestPostgres shared() {
        return Shared.INSTANCE;
    }

    public static TestPostgres durable() {
        return new TestPostgres(Durability.DURABLE);
    }

    /** An empty database. */
    public TestDatabase freshDatabase() {
        return copyOf("template0");
    }

    /** A database as {@code prepare} made it; prepared at the first use of the name only. */
    public synchronized TestDatabase freshDatabase(
            String template, Consumer<TestDatabase> prepare) {
        if (!templates.contains(template)) {
            prepare.accept(database(template, "template0"));
            templates.add(template);
        }
        return copyOf(template);
    }

    /** Kills every process of it at once, as a power cut of the database's machine would. */
    public synchronized void kill() {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Suspends every process of it: what is connected stays so, and nothing is answered. */
    public synchronized void freeze() {
        processes().forEach(process -> signal("STOP", process));
    }

    /** Lets it go on after {@link #freeze()}. */
    public synchronized void unfreeze() {
        processes().forEach(process -> signal("CONT", process));
    }

    private List<ProcessHandle> processes() {
        var postmaster = postmaster().process();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            var unused = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no signal to " + process.pid(), e);
        }
    }

    /** Stops it if {@link #kill()} did not, and starts it on the same port. */
    public synchronized void restart() {
        postgres.close();
        postgres = start();
    }

    public synchronized EmbeddedPostgres server() {
        return postgres;
    }

    @Override
    public synchronized void close() {
        postgres.close();
        Folders.delete(folder);
    }

    Postmaster postmaster() {
        return Postmaster.of(DataDirectory.in(folder).cluster()).orElseThrow();
    }

    /** Programs are unpacked once for all tests of this user. */
    static Path binaries() {
        return Path.of(System.getProperty("user.home"), ".cache", "makegood", "postgresql");
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("makegood-test-");
        } catch (IOException e) {
            throw new IllegalStateException("no folder for a test", e);
        }
    }

    private EmbeddedPostgres start() {
        var directory = DataDirectory.in(folder).create();
        new PrivateFile(directory.home().resolve("own.conf")).write(ROOM_FOR_ALL_TESTS);
        return EmbeddedPostgres.start(directory, binaries(), durability);
    }

    private synchronized TestDatabase copyOf(String template) {
        databases++;
        return database("test_" + databases, template);
    }

    private TestDatabase database(String name, String template) {
        var maintenance = databaseNamed("postgres").asOwner();
        try (var connection = maintenance.getConnection()) {
            PlainSql.execute(connection, "create database " + name + " template " + template);
            DatabaseSetup.grantConnect(connection, name);
            return databaseNamed(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name + " from " + template, e);
        }
    }

    private TestDatabase databaseNamed(String database) {
        return new TestDatabase(EmbeddedPostgres.jdbcUrlOf(postgres.port(), database),
                postgres.owner(), postgres.application());
    }

    private static final class Shared {
        private static final TestPostgres INSTANCE = new TestPostgres(Durability.EPHEMERAL);
    }
}
