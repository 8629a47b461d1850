package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the role that works in the database may do to what must only ever be added: asked by whoever
 * proves that the ledger is true, on the connections of the application or of a host.
 */
public final class Privileges {

    private static final String TOO_MANY = """
            select current_user || ' may ' || privilege || ' ' || name
            from unnest(array['update', 'delete', 'truncate']) as privilege,
                unnest(array['makegood.transfer', 'makegood.event']) as name
            where has_table_privilege(name, privilege)
            order by name, privilege""";

    private Privileges() {}

    /** A sentence for each thing that the role may do and must not; none if ledger and events are append-only. */
    public static List<String> warnings(DataSource application) {
        try (var connection = application.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TOO_MANY)) {
            var warnings = new ArrayList<String>();
            while (rows.next()) {
                warnings.add(rows.getString(1));
            }
            return warnings;
        } catch (SQLException e) {
            throw Troubles.lastOf(Troubles.of(e));
        }
    }
}
