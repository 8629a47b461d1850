package dev.makegood.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** What the application may do in the schema, granted anew after every migration: {@code privileges.sql}. */
final class PrivilegeScript {

    private PrivilegeScript() {}

    /** Runs as the owner, in one transaction on one connection. */
    static void run(DataSource owner) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            var unused = statement.execute("set search_path to " + JooqConfiguration.SCHEMA + ";\n"
                    + script() + ";\nreset search_path");
        } catch (SQLException e) {
            throw DatabaseErrors.translate(DatabaseErrors.of(e));
        }
    }

    private static String script() {
        try (var stream = PrivilegeScript.class.getResourceAsStream("privileges.sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${application}", ApplicationRole.NAME)
                    .replace("${schema}", JooqConfiguration.SCHEMA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
