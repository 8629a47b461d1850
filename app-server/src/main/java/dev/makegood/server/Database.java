package dev.makegood.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.Migrations;
import dev.makegood.persistence.Pool;
import dev.makegood.persistence.embedded.EmbeddedPostgres;
import dev.makegood.persistence.embedded.Login;
import dev.makegood.server.settings.DatabaseSettings;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The PostgreSQL that everything is kept in: one that comes along, or one that is there.
 *
 * <p>Closing it closes what was opened here, and stops the embedded one if it was started here.
 */
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool owner;
    private final Function<Migrations, Pool> application;
    private final Runnable end;

    private Database(Pool owner, Function<Migrations, Pool> application, Runnable end) {
        this.owner = owner;
        this.application = application;
        this.end = end;
    }

    /** For a server, or for making the schema: the embedded one is made and started. */
    public static Database serve(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External there -> external(there);
            case DatabaseSettings.Embedded own ->
                    started(EmbeddedPostgres.start(own.data()), own.connections());
        };
    }

    /**
     * For a command: the embedded one of a running server is used; where none runs, it is started for the time of
     * the command.
     *
     * @throws NoDatabase if nobody ever made one there
     */
    public static Database visit(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External there -> external(there);
            case DatabaseSettings.Embedded own -> visit(own);
        };
    }

    private static Database visit(DatabaseSettings.Embedded own) {
        if (!EmbeddedPostgres.isIn(own.data())) {
            throw new NoDatabase(own.data());
        }
        return visitOrMake(own);
    }

    /** As {@link #visit}, but the embedded one is made where there is none. */
    public static Database visitOrMake(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External there -> external(there);
            case DatabaseSettings.Embedded own -> visitOrMake(own);
        };
    }

    private static Database visitOrMake(DatabaseSettings.Embedded own) {
        return EmbeddedPostgres.attach(own.data())
                .map(running -> embedded(running, own.connections(), () -> {}))
                .orElseGet(() -> serve(own));
    }

    private static Database started(EmbeddedPostgres postgres, int connections) {
        return embedded(postgres, connections, postgres::close);
    }

    private static Database embedded(EmbeddedPostgres postgres, int connections, Runnable end) {
        return new Database(
                Pool.to(postgres.jdbcUrl(), postgres.owner())
                        .forMigrations()
                        .waitingAtMost(PATIENCE),
                migrations -> Pool.to(postgres).ofSize(connections).waitingAtMost(PATIENCE), end);
    }

    private static Database external(DatabaseSettings.External there) {
        var login = new Login(there.user(), there.password().value());
        var pool = Pool.to(there.url(), login).ofSize(there.connections()).waitingAtMost(PATIENCE);
        return new Database(pool.forMigrations(),
                migrations -> migrations.mayBecomeApplication() ? pool : pool.withoutRole(),
                () -> {});
    }

    /** Asks or does something as the owner of the schema. */
    public <R> R asOwner(Function<Migrations, R> work) {
        try (HikariDataSource source = owner.open()) {
            return work.apply(Migrations.on(source));
        }
    }

    /** Opens the connections that work in it. */
    Work open() {
        return new Work(asOwner(application).open());
    }

    /** Connections that work in the database. */
    record Work(HikariDataSource connections) implements AutoCloseable {

        DataSource source() {
            return connections;
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
