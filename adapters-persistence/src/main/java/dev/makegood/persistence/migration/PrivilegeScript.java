package dev.makegood.persistence.migration;

import dev.makegood.persistence.PoolSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;

/** What the application may do in the schema, granted anew after every migration: {@code privileges.sql}. */
final class PrivilegeScript {

    /** The extension that makes a PostgreSQL a cluster. */
    private static final String CLUSTER = "citus";

    private PrivilegeScript() {}

    /** Runs as the owner, in one transaction on one connection. */
    static void run(DataSource owner) {
        run(owner, CLUSTER);
    }

    static void run(DataSource owner, String clusterExtension) {
        var unused = OwnerConnection.inTransaction(owner, connection -> {
            OwnerConnection.lock(connection);
            OwnerConnection.execute(connection, script(clusterExtension));
            return connection;
        });
    }

    private static String script(String clusterExtension) {
        try (var stream = PrivilegeScript.class
                .getResourceAsStream("/dev/makegood/persistence/privileges.sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${application}", PoolSettings.APPLICATION_ROLE)
                    .replace("${cluster}", clusterExtension)
                    .replace("${schema}", PoolSettings.SCHEMA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
