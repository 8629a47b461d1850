package dev.makegood.persistence;

import dev.makegood.embedded.Login;
import dev.makegood.embedded.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is already running: databases are made in it, and dropped when the tests are over. */
record ExternalPostgres(String url, Login login) {

    /** The one the build names; null if it names none. */
    static @Nullable ExternalPostgres fromSystemProperties() {
        var url = System.getProperty("makegood.test.url");
        return url == null ? null
                : new ExternalPostgres(url, new Login(System.getProperty("makegood.test.user"),
                        System.getProperty("makegood.test.password")));
    }

    /** The application becomes its role at each connection's start, as it does at a managed server. */
    TestDatabase freshDatabase() {
        var name = "makegood_test_" + UUID.randomUUID().toString().replace("-", "");
        var maintenance = new TestDatabase(url, login, login).asOwner();
        TestSql.execute(maintenance, "create database " + name);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> TestSql.execute(maintenance,
                                "drop database " + name + " with (force)")));
        return new TestDatabase(url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), login,
                login);
    }
}
