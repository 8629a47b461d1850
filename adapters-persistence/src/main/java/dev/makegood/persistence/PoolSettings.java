package dev.makegood.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to connect: a few connections that work as the application's role, with limits on all waiting, and
 * a quick failure when the database is unreachable.
 *
 * @param role what each connection becomes at its start; null where the login is that role
 * @param size connections at most
 * @param connectionTimeout how long a caller waits for a connection
 * @param statementTimeout how long a statement may take; a session idle in its transaction for twice as long is
 *        ended, and a connection on which nothing is answered for a third longer is given up
 */
public record PoolSettings(String jdbcUrl, Credentials credentials, @Nullable String role, int size,
        Duration connectionTimeout, Duration statementTimeout) {

    /** All that is ours in a database. */
    public static final String SCHEMA = "makegood";

    /** The role the application works as: it may add transfers and events, never change them. */
    public static final String APPLICATION_ROLE = "makegood_app";

    private static final int DEFAULT_SIZE = 10;
    private static final Duration DEFAULT_CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration MIGRATION_STATEMENT_TIMEOUT = Duration.ofHours(1);

    private static final long VALIDATION_TIMEOUT_MILLIS_MIN = 250;

    /** Who logs in; never prints the password. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /** To any PostgreSQL, with a login that may become the application's role. */
    public static PoolSettings to(String jdbcUrl, String user, String password) {
        return new PoolSettings(jdbcUrl, new Credentials(user, password), APPLICATION_ROLE,
                DEFAULT_SIZE, DEFAULT_CONNECTION_TIMEOUT, SessionTimeouts.STATEMENT_TIMEOUT);
    }

    /** Works as the role that logs in: it is the application's own, or that one could not be created. */
    public PoolSettings withoutRole() {
        return new PoolSettings(jdbcUrl, credentials, null, size, connectionTimeout,
                statementTimeout);
    }

    /**
     * As the role that logs in, with two connections and an hour for a statement: a migration of a large table
     * takes its time, while the other connection holds the lock on the history.
     */
    public PoolSettings forMigrations() {
        return new PoolSettings(jdbcUrl, credentials, null, 2, connectionTimeout,
                MIGRATION_STATEMENT_TIMEOUT);
    }

    public PoolSettings withSize(int connections) {
        return new PoolSettings(jdbcUrl, credentials, role, connections, connectionTimeout,
                statementTimeout);
    }

    public PoolSettings withConnectionTimeout(Duration timeout) {
        return new PoolSettings(jdbcUrl, credentials, role, size, timeout, statementTimeout);
    }

    /** Opens it; closing the data source closes its connections. */
    public HikariDataSource open() {
        var config = new HikariConfig();
        config.setPoolName("makegood");
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(credentials.user());
        config.setPassword(credentials.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(connectionTimeout.toMillis());
        config.setValidationTimeout(
                Math.max(VALIDATION_TIMEOUT_MILLIS_MIN, connectionTimeout.toMillis() / 2));
        driverProperties().forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }

    /** All of them text: the driver overlooks a number or a flag. */
    private Map<String, String> driverProperties() {
        return Map.of("options", options(),
                "connectTimeout", Long.toString(connectionTimeout.toSeconds() + 1),
                "socketTimeout", Long.toString(responseTimeout().toSeconds()),
                "tcpKeepAlive", "true",
                "ApplicationName", "makegood");
    }

    /** Longer than the database itself lets a statement run: then it, or the way to it, is frozen. */
    private Duration responseTimeout() {
        return statementTimeout.plus(statementTimeout.dividedBy(3));
    }

    /** At the connection's start: what is set later is undone by the first rollback. */
    private String options() {
        var always = Stream.concat(SessionTimeouts.of(statementTimeout)
                .entrySet()
                .stream()
                .map(timeout -> timeout.getKey() + "=" + timeout.getValue()),
                Stream.of("search_path=" + SCHEMA,
                        "default_transaction_isolation=read\\ committed"));
        var all = role == null ? always : Stream.concat(Stream.of("role=" + role), always);
        return all.map(option -> "-c " + option).collect(Collectors.joining(" "));
    }
}
