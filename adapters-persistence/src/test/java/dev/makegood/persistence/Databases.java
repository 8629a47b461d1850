package dev.makegood.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.embedded.Login;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Databases for tests: each test class may have one of its own, as the migrations leave it.
 *
 * <p>They are on the embedded PostgreSQL, or on the one that {@code -Dmakegood.test.url} names (with
 * {@code makegood.test.user} and {@code makegood.test.password} of somebody who may create databases
 * and roles); there each is dropped at the end.
 */
public final class Databases {

    private static final @Nullable ExternalPostgres EXTERNAL = ExternalPostgres.named();

    private Databases() {}

    /** Empty but for the schema. */
    public static TestDatabase migrated() {
        if (EXTERNAL == null) {
            return TestPostgres.shared().freshDatabase("migrated", Databases::migrate);
        }
        var database = EXTERNAL.freshDatabase();
        migrate(database);
        return database;
    }

    static TestDatabase fresh() {
        return EXTERNAL == null ? TestPostgres.shared().freshDatabase() : EXTERNAL.freshDatabase();
    }

    /** As the server connects. */
    public static HikariDataSource pool(TestDatabase database) {
        return pool(database, 10, Duration.ofSeconds(3));
    }

    static HikariDataSource pool(TestDatabase database, int size, Duration patience) {
        var role = database.application().equals(database.owner()) ? ApplicationRole.NAME : null;
        return new Pool(database.jdbcUrl(), database.application(), role, size, patience,
                Limits.STATEMENT).open();
    }

    /** The owner's, for plain SQL beside the store. */
    static DataSource owner(TestDatabase database) {
        return Pool.to(database.jdbcUrl(), database.owner()).forMigrations().open();
    }

    static JooqStore store(TestDatabase database) {
        return JooqStore.on(pool(database, 3, Duration.ofSeconds(30)));
    }

    /** As a host that waits for a lock no longer than this. */
    static DataSource waiting(TestDatabase database, String lockTimeout) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.owner().user());
        source.setPassword(database.owner().password());
        source.setOptions("-c lock_timeout=" + lockTimeout);
        return source;
    }

    /** Empty, and somebody else's than the cluster's owner. */
    static TestDatabase ownedBy(Login login) {
        var fresh = fresh();
        Plain.run(fresh.asOwner(), "alter database " + name(fresh) + " owner to " + login.user());
        return new TestDatabase(fresh.jdbcUrl(), login, fresh.application());
    }

    static String name(TestDatabase database) {
        return database.jdbcUrl().replaceAll(".*/|\\?.*", "");
    }

    static void migrate(TestDatabase database) {
        var report = Migrations.on(database.asOwner()).run();
        if (!report.warnings().isEmpty()) {
            throw new IllegalStateException(report.toString());
        }
    }
}
