package dev.makegood.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.persistence.embedded.EmbeddedPostgres;
import dev.makegood.persistence.embedded.Login;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to connect: a few connections that work as the application's role, with limits on all waiting, and
 * a quick failure when the database is away.
 *
 * @param role what each connection becomes at its start; null where the login is that role
 * @param size connections at most
 * @param patience how long somebody waits for a connection
 * @param longest how long a statement may take; whoever is silent for twice as long is gone
 */
public record Pool(String jdbcUrl, Login login, @Nullable String role, int size,
        Duration patience, Duration longest) {

    private static final int USUAL_SIZE = 10;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(3);

    private static final Duration MIGRATION = Duration.ofHours(1);

    private static final long VALIDATION_MIN = 250;

    /** To the embedded database, as the application that it lets in. */
    public static Pool to(EmbeddedPostgres postgres) {
        return new Pool(postgres.jdbcUrl(), postgres.application(), null, USUAL_SIZE,
                USUAL_PATIENCE, Limits.STATEMENT);
    }

    /** To any PostgreSQL, with a login that may become the application's role. */
    public static Pool to(String jdbcUrl, Login login) {
        return new Pool(jdbcUrl, login, ApplicationRole.NAME, USUAL_SIZE, USUAL_PATIENCE,
                Limits.STATEMENT);
    }

    /** Where the application's role could not be made: works as whoever logs in. */
    public Pool withoutRole() {
        return new Pool(jdbcUrl, login, null, size, patience, longest);
    }

    /**
     * As whoever logs in, with two connections and an hour for a statement: a migration of a large table
     * takes its time, while the other connection holds the lock on the history.
     */
    public Pool forMigrations() {
        return new Pool(jdbcUrl, login, null, 2, patience, MIGRATION);
    }

    public Pool ofSize(int connections) {
        return new Pool(jdbcUrl, login, role, connections, patience, longest);
    }

    public Pool waitingAtMost(Duration forOne) {
        return new Pool(jdbcUrl, login, role, size, forOne, longest);
    }

    /** Opens it; closing the data source closes its connections. */
    public HikariDataSource open() {
        var config = new HikariConfig();
        config.setPoolName("makegood");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.max(VALIDATION_MIN, patience.toMillis() / 2));
        config.addDataSourceProperty("options", options());
        config.addDataSourceProperty("connectTimeout", patience.toSeconds() + 1);
        config.addDataSourceProperty("socketTimeout", longest.multipliedBy(2).toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", "makegood");
        return new HikariDataSource(config);
    }

    /** Said at the connection's start: what is set later is undone by the first rollback. */
    private String options() {
        var always = Stream.concat(Limits.of(longest)
                .entrySet()
                .stream()
                .map(limit -> limit.getKey() + "=" + limit.getValue()),
                Stream.of("search_path=" + Dialect.SCHEMA,
                        "default_transaction_isolation=read\\ committed"));
        var all = role == null ? always : Stream.concat(Stream.of("role=" + role), always);
        return all.map(option -> "-c " + option).collect(Collectors.joining(" "));
    }
}
