package dev.makegood.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    private final TestPostgres postgres = TestPostgres.shared();

    @Test
    void databases_made_from_one_template_are_independent() throws SQLException {
        var one = postgres.freshDatabase("with_a_table", running("create table t (id int)"));
        var other = postgres.freshDatabase("with_a_table", running("select 1 / 0"));

        running("insert into t values (1)").accept(one);

        try (var connection = other.asOwner().getConnection()) {
            assertThat(PlainSql.query(connection, "select count(*) from t")).isEqualTo("0");
        }
        try (var connection = other.asApplication().getConnection()) {
            assertThat(PlainSql.query(connection, "select current_user")).isEqualTo("makegood_app");
        }
    }

    private static Consumer<TestDatabase> running(String command) {
        return database -> {
            try (var connection = database.asOwner().getConnection()) {
                PlainSql.execute(connection, command);
            } catch (SQLException e) {
                throw new IllegalStateException(command, e);
            }
        };
    }
}
