package dev.makegood.persistence.migration;

import dev.makegood.persistence.DatabaseFault;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the role that works in the database may do to append-only tables: asked by {@code verify}, on the
 * connections of the application or of a host.
 */
public final class Privileges {

    private static final String EXCESSIVE_PRIVILEGES = """
            select current_user || ' may ' || privilege || ' ' || name
            from unnest(array['update', 'delete', 'truncate']) as privilege,
                unnest(array['makegood.transfer', 'makegood.event']) as name
            where has_table_privilege(name, privilege)
            order by name, privilege""";

    /** A connection may take off the role that it was given, and is its login again. */
    private static final String LOGIN_IS_MORE =
            """
                    select 'the login ' || session_user || ' may leave the role ' || current_user
                        || ' and change the ledger; give the server a login of its own that may only be that role'
                    where session_user <> current_user
                        and (has_table_privilege(session_user, 'makegood.transfer', 'update, delete, truncate')
                            or has_table_privilege(session_user, 'makegood.event', 'update, delete, truncate')
                            or pg_has_role(session_user, (select tableowner from pg_tables
                                where schemaname = 'makegood' and tablename = 'transfer'), 'member'))""";

    private Privileges() {}

    /** A sentence for each privilege too many; none if transfers and events are append-only. */
    public static List<String> warnings(DataSource application) {
        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            var warnings = new ArrayList<>(sentences(statement, EXCESSIVE_PRIVILEGES));
            warnings.addAll(sentences(statement, LOGIN_IS_MORE));
            return warnings;
        } catch (SQLException e) {
            throw DatabaseFault.exceptionOf(e);
        }
    }

    private static List<String> sentences(Statement statement, String query) throws SQLException {
        var sentences = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                sentences.add(rows.getString(1));
            }
        }
        return sentences;
    }
}
