package dev.makegood.docs;

import dev.makegood.project.ProjectId;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A table of the host's own, in the database we share. */
record HostTable(DataSource database) {

    HostTable {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists shop_order (project uuid primary key)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void insertOrder(Connection connection, ProjectId id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into shop_order values (?)")) {
            insert.setObject(1, id.value());
            insert.execute();
        }
    }

    int orders(ProjectId id) throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from shop_order where project = ?")) {
            count.setObject(1, id.value());
            try (var rows = count.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }
}
