package dev.makegood.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.persistence.embedded.TestPostgres;
import java.time.Duration;

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

    static void migrate(TestDatabase database) {
        var report = Migrations.on(database.asOwner()).run();
        if (!report.warnings().isEmpty()) {
            throw new IllegalStateException(report.toString());
        }
    }
}
