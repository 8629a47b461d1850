package dev.makegood.persistence;

import java.sql.SQLException;
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

    private Privileges() {}

    /** A sentence for each privilege too many; none if transfers and events are append-only. */
    public static List<String> warnings(DataSource application) {
        try (var connection = application.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(EXCESSIVE_PRIVILEGES)) {
            var warnings = new ArrayList<String>();
            while (rows.next()) {
                warnings.add(rows.getString(1));
            }
            return warnings;
        } catch (SQLException e) {
            throw DatabaseErrors.translate(DatabaseErrors.of(e));
        }
    }
}
