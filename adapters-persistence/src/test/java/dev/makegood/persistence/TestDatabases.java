package dev.makegood.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.embedded.Login;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.persistence.migration.Migrations;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Databases for tests: each test class may have one of its own, as the migrations leave it.
 *
 * <p>They are on the embedded PostgreSQL, or on the one that {@code -Dmakegood.test.url} names (with
 * {@code makegood.test.user} and {@code makegood.test.password} of a login that may create databases
 * and roles); there each is dropped at the end.
 */
public final class TestDatabases {

    private static final @Nullable ExternalPostgres EXTERNAL =
            ExternalPostgres.fromSystemProperties();

    private TestDatabases() {}

    /** Empty but for the schema. */
    public static TestDatabase migrated() {
        if (EXTERNAL == null) {
            return TestPostgres.shared().freshDatabase("migrated", TestDatabases::migrate);
        }
        var database = EXTERNAL.freshDatabase();
        migrate(database);
        return database;
    }

    public static TestDatabase empty() {
        return EXTERNAL == null ? TestPostgres.shared().freshDatabase() : EXTERNAL.freshDatabase();
    }

    /** As the server connects. */
    public static HikariDataSource pool(TestDatabase database) {
        return pool(database, 10, Duration.ofSeconds(3));
    }

    public static HikariDataSource pool(
            TestDatabase database, int size, Duration connectionTimeout) {
        var poolSettings = settings(database, database.application())
                .withSize(size)
                .withConnectionTimeout(connectionTimeout);
        var canLogIn = !database.application().equals(database.owner());
        return (canLogIn ? poolSettings.withoutRole() : poolSettings).open();
    }

    /** The owner's, for plain SQL beside the store. */
    public static DataSource ownerDataSource(TestDatabase database) {
        return settings(database, database.owner()).forMigrations().open();
    }

    public static PoolSettings settings(TestDatabase database, Login login) {
        return PoolSettings.to(database.jdbcUrl(), login.user(), login.password());
    }

    public static JooqStore store(TestDatabase database) {
        return JooqStore.on(pool(database, 3, Duration.ofSeconds(30)));
    }

    /** As a host that waits for a lock no longer than this. */
    public static DataSource withLockTimeout(TestDatabase database, String lockTimeout) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.owner().user());
        source.setPassword(database.owner().password());
        source.setOptions("-c lock_timeout=" + lockTimeout);
        return source;
    }

    /** Empty, with another owner than the cluster's. */
    public static TestDatabase ownedBy(Login login) {
        var fresh = empty();
        TestSql.execute(fresh.asOwner(),
                "alter database " + name(fresh) + " owner to " + login.user());
        return new TestDatabase(fresh.jdbcUrl(), login, fresh.application());
    }

    public static String name(TestDatabase database) {
        return database.jdbcUrl().replaceAll(".*/|\\?.*", "");
    }

    public static void migrate(TestDatabase database) {
        var migrationResult = Migrations.on(database.asOwner()).run();
        if (!migrationResult.warnings().isEmpty()) {
            throw new IllegalStateException(migrationResult.toString());
        }
    }
}
