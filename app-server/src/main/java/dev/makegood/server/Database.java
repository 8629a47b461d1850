package dev.makegood.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.embedded.EmbeddedPostgres;
import dev.makegood.embedded.Login;
import dev.makegood.persistence.PoolSettings;
import dev.makegood.persistence.migration.Migrations;
import dev.makegood.persistence.migration.UnsupportedSchemaException;
import dev.makegood.server.settings.DatabaseSettings;
import java.time.Duration;
import java.util.function.Function;

/**
 * The PostgreSQL that everything is kept in: the embedded one, or an external one.
 *
 * <p>Closing it closes what was opened here, and stops the embedded one if it was started here.
 */
public final class Database implements AutoCloseable {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

    private final PoolSettings ownerPool;
    private final Function<Migrations, PoolSettings> applicationPool;
    private final Runnable onClose;

    private Database(
            PoolSettings ownerPool, Function<Migrations, PoolSettings> applicationPool,
            Runnable onClose) {
        this.ownerPool = ownerPool;
        this.applicationPool = applicationPool;
        this.onClose = onClose;
    }

    /** For a server, or for making the schema: the embedded one is made and started. */
    public static Database openForServer(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External external -> ofExternal(external);
            case DatabaseSettings.Embedded embedded ->
                    ofStarted(EmbeddedPostgres.start(embedded.data()), embedded.connections());
        };
    }

    /**
     * For a command: the embedded one of a running server is used; where none runs, it is started for the time of
     * the command.
     *
     * @throws DatabaseMissing if there is none yet
     */
    public static Database openForCommand(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External external -> ofExternal(external);
            case DatabaseSettings.Embedded embedded -> openForCommand(embedded);
        };
    }

    private static Database openForCommand(DatabaseSettings.Embedded embedded) {
        if (!EmbeddedPostgres.existsIn(embedded.data())) {
            throw new DatabaseMissing(embedded.data());
        }
        return openOrCreate(embedded);
    }

    /** As {@link #openForCommand}, but the embedded one is made where there is none. */
    public static Database openOrCreate(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External external -> ofExternal(external);
            case DatabaseSettings.Embedded embedded -> openOrCreate(embedded);
        };
    }

    private static Database openOrCreate(DatabaseSettings.Embedded embedded) {
        return EmbeddedPostgres.attach(embedded.data())
                .map(running -> ofEmbedded(running, embedded.connections(), () -> {}))
                .orElseGet(() -> openForServer(embedded));
    }

    private static Database ofStarted(EmbeddedPostgres postgres, int connections) {
        return ofEmbedded(postgres, connections, postgres::close);
    }

    private static Database ofEmbedded(
            EmbeddedPostgres postgres, int connections, Runnable onClose) {
        return new Database(
                poolTo(postgres, postgres.owner()).forMigrations(),
                migrations -> poolTo(postgres, postgres.application())
                        .withoutRole()
                        .withSize(connections),
                onClose);
    }

    private static PoolSettings poolTo(EmbeddedPostgres postgres, Login login) {
        return PoolSettings.to(postgres.jdbcUrl(), login.user(), login.password())
                .withConnectionTimeout(CONNECTION_TIMEOUT);
    }

    private static Database ofExternal(DatabaseSettings.External external) {
        var poolSettings = PoolSettings
                .to(external.url(), external.user(), external.password().value())
                .withSize(external.connections())
                .withConnectionTimeout(CONNECTION_TIMEOUT);
        return new Database(poolSettings.forMigrations(),
                migrations -> migrations.canAssumeApplicationRole() ? poolSettings
                        : poolSettings.withoutRole(),
                () -> {});
    }

    /** Runs work as the owner of the schema. */
    public <R> R asOwner(Function<Migrations, R> work) {
        try (HikariDataSource source = ownerPool.open()) {
            return work.apply(Migrations.on(source));
        }
    }

    /** Opens connections of the schema's owner; whoever asks closes them. */
    HikariDataSource connectAsOwner() {
        return ownerPool.open();
    }

    /**
     * Opens the connections of the application.
     *
     * @throws UnsupportedSchemaException if a development version from before the first release made it
     */
    ApplicationConnections connect() {
        return ApplicationConnections.open(asOwner(migrations -> {
            migrations.checkSupported();
            return applicationPool.apply(migrations);
        }));
    }

    @Override
    public void close() {
        onClose.run();
    }
}
