package dev.makegood.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.embedded.Login;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests: each test class may have one of its own, as the migrations leave it. */
public final class Databases {

    private Databases() {}

    /** Empty but for the schema; on the embedded PostgreSQL. */
    public static TestDatabase migrated() {
        return TestPostgres.shared().freshDatabase("migrated", Databases::migrate);
    }

    /** As the server connects. */
    static HikariDataSource pool(TestDatabase database) {
        return new Pool(database.jdbcUrl(), database.application(), null, 10,
                Duration.ofSeconds(3)).open();
    }

    static JooqStore store(TestDatabase database) {
        return JooqStore.on(database.asApplication());
    }

    /** As a host that waits for a lock no longer than this. */
    static DataSource waiting(TestDatabase database, String lockTimeout) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.application().user());
        source.setPassword(database.application().password());
        source.setOptions("-c lock_timeout=" + lockTimeout);
        return source;
    }

    /** Empty, and somebody else's than the cluster's owner. */
    static TestDatabase ownedBy(Login login) {
        var fresh = TestPostgres.shared().freshDatabase();
        var name = fresh.jdbcUrl().replaceAll(".*/|\\?.*", "");
        Plain.run(fresh.asOwner(), "alter database " + name + " owner to " + login.user());
        return new TestDatabase(fresh.jdbcUrl(), login, fresh.application());
    }

    static void migrate(TestDatabase database) {
        var report = Migrations.on(database.asOwner()).run();
        if (!report.warnings().isEmpty()) {
            throw new IllegalStateException(report.toString());
        }
    }
}
