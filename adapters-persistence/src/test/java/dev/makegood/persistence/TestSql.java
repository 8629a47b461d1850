package dev.makegood.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain SQL beside the store, for tests. */
public final class TestSql {

    private TestSql() {}

    public static void execute(DataSource source, String... commands) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SQLSTATE a command is refused with; "00000" if it is not. */
    public static String sqlStateOf(DataSource source, String command) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
            return "00000";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** The first column of each row. */
    public static List<String> query(DataSource source, String query) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answer = new ArrayList<String>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
