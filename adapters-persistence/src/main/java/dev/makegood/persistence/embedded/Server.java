package dev.makegood.persistence.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A started cluster and the lock on it; they come and go together. */
final class Server implements AutoCloseable {

    private final DataDirectory directory;
    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private boolean closed;

    private Server(DataDirectory directory, DirectoryLock lock, Cluster cluster) {
        this.directory = directory;
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = cluster.start();
    }

    static Server start(DataDirectory directory, Path binaries, Durability durability) {
        var lock = DirectoryLock.take(directory.lock());
        try {
            directory.ready().delete();
            var programs = Programs.in(Binaries.unpackedIn(binaries), directory.home());
            var cluster = new Cluster(directory, programs, durability);
            return new Server(directory, lock, cluster).proven(durability);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private Server proven(Durability durability) {
        try {
            prepare(durability);
            directory.ready().write(Integer.toString(port()));
            return this;
        } catch (SQLException e) {
            cluster.stop(postmaster);
            throw new EmbeddedPostgresFailed("cannot prepare " + directory.cluster(), e);
        } catch (RuntimeException | Error e) {
            cluster.stop(postmaster);
            throw e;
        }
    }

    private void prepare(Durability durability) throws SQLException {
        var owner = Login.keptIn(directory.ownerPassword(), EmbeddedPostgres.OWNER);
        var application =
                Login.keptIn(directory.applicationPassword(), EmbeddedPostgres.APPLICATION);
        try (var connection = connect(owner, "postgres")) {
            Roles.settle(connection, application);
        }
        for (var login : List.of(owner, application)) {
            try (var connection = connect(login, EmbeddedPostgres.DATABASE)) {
                durability.proveOn(connection);
            }
        }
    }

    private Connection connect(Login login, String database) throws SQLException {
        return DriverManager.getConnection(
                EmbeddedPostgres.urlOf(port(), database), login.user(), login.password());
    }

    int port() {
        return postmaster.port();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            directory.ready().delete();
            cluster.stop(postmaster);
        } finally {
            lock.close();
        }
    }
}
