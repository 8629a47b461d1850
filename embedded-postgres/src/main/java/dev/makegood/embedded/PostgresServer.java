package dev.makegood.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A started cluster and the lock on it; they end together. */
final class PostgresServer implements AutoCloseable {

    private final DataDirectory directory;
    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private boolean isClosed;

    private PostgresServer(DataDirectory directory, DirectoryLock lock, Cluster cluster) {
        this.directory = directory;
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = cluster.start();
    }

    static PostgresServer start(DataDirectory directory, Path binaries, Durability durability) {
        var lock = DirectoryLock.acquire(directory.lock());
        try {
            directory.ready().delete();
            var postgresPrograms =
                    PostgresPrograms.in(PostgresBinaries.unpackInto(binaries), directory.home());
            var cluster = new Cluster(directory, postgresPrograms, durability);
            return new PostgresServer(directory, lock, cluster).prepareOrStop(durability);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private PostgresServer prepareOrStop(Durability durability) {
        try {
            prepare(durability);
            directory.ready().write(Integer.toString(port()));
            return this;
        } catch (SQLException e) {
            cluster.stop(postmaster);
            throw new EmbeddedPostgresException("cannot prepare " + directory.cluster(), e);
        } catch (RuntimeException | Error e) {
            cluster.stop(postmaster);
            throw e;
        }
    }

    private void prepare(Durability durability) throws SQLException {
        var owner = Login.loadOrCreate(directory.ownerPassword(), EmbeddedPostgres.OWNER);
        var application =
                Login.loadOrCreate(directory.applicationPassword(), EmbeddedPostgres.APPLICATION);
        try (var connection = connect(owner, "postgres")) {
            DatabaseSetup.ensure(connection, application);
        }
        for (var login : List.of(owner, application)) {
            try (var connection = connect(login, EmbeddedPostgres.DATABASE)) {
                durability.verifyOn(connection);
            }
        }
    }

    private Connection connect(Login login, String database) throws SQLException {
        return DriverManager.getConnection(
                EmbeddedPostgres.jdbcUrlOf(port(), database), login.user(), login.password());
    }

    int port() {
        return postmaster.port();
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            directory.ready().delete();
            cluster.stop(postmaster);
        } finally {
            lock.close();
        }
    }
}
