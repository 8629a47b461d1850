package dev.makegood.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.Login;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.TestDatabases;
import dev.makegood.persistence.TestSql;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's role may not do: by its own login, or assumed at the connection's start. */
class PrivilegesTest {

    private static final String FORBIDDEN = "42501";

    private static final String CAN_LOG_IN =
            "select rolcanlogin from pg_roles where rolname = 'makegood_app'";

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final HikariDataSource ROLE_POOL =
            TestDatabases.settings(DATABASE, DATABASE.owner()).withSize(1).open();

    @AfterAll
    static void closes() {
        ROLE_POOL.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update makegood.transfer set amount = 1",
            "delete from makegood.transfer",
            "truncate makegood.transfer cascade",
            "update makegood.event set facts = '{}'",
            "delete from makegood.event",
            "truncate makegood.event cascade",
            "delete from makegood.customer",
            "delete from makegood.project",
            "delete from makegood.credit_grant",
            "delete from makegood.capture",
            "delete from makegood.api_key",
            "delete from makegood.customer_identity",
            "update makegood.project_ref set customer_id = project_id",
            "update makegood.run_ref set run = ''",
            "create table makegood.mine (id int)",
            "create view makegood.mine as select 1",
            "create schema mine",
            "create role mine",
            "alter table makegood.customer drop constraint available_is_never_negative",
            "alter table makegood.transfer disable trigger all",
            "drop table makegood.transfer",
            "grant update on makegood.transfer to makegood_app",
            "insert into makegood.schema_history (installed_rank) values (99)"})
    void what_it_may_not_do_is_refused(String command) throws SQLException {
        assertThat(TestSql.sqlStateOf(DATABASE.asApplication(), command)).isEqualTo(
                command.startsWith("grant") ? warnedOnly() : FORBIDDEN);
        assertThat(TestSql.sqlStateOf(ROLE_POOL, command)).isEqualTo(
                command.startsWith("grant") ? warnedOnly() : FORBIDDEN);
        assertThat(mayUpdateTransfers(DATABASE.asApplication())).isEqualTo("f");
    }

    /** PostgreSQL answers such a grant with a warning, and grants nothing. */
    private static String warnedOnly() {
        return "00000";
    }

    @Test
    void a_login_that_may_leave_the_role_for_more_is_warned_of() {
        assertThat(Privileges.warnings(ROLE_POOL)).singleElement()
                .asString()
                .startsWith("the login makegood_owner may leave the role makegood_app");
    }

    @Test
    void a_login_of_the_servers_own_can_only_be_the_applications_role() throws SQLException {
        var name = "server_" + ProcessHandle.current().pid();
        TestSql.execute(DATABASE.asOwner(), "create role " + name
                + " login password 'its-own' in role makegood_app");
        var login = new Login(name, "its-own");
        try (var pool = TestDatabases.settings(DATABASE, login).withSize(1).open()) {
            assertThat(Privileges.warnings(pool)).isEmpty();
            assertThat(TestSql.query(pool, "select current_user")).containsExactly("makegood_app");
            assertThat(TestSql.sqlStateOf(pool, "reset role; set role none; "
                    + "update makegood.transfer set amount = 1")).isEqualTo(FORBIDDEN);
        } finally {
            TestSql.execute(DATABASE.asOwner(), "drop role " + name);
        }
    }

    @Test
    void it_is_still_the_applications_role_after_a_rollback() throws SQLException {
        try (var connection = ROLE_POOL.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select 1");
            connection.rollback();
        }

        assertThat(TestSql.query(ROLE_POOL, "select current_user")).containsExactly("makegood_app");
        assertThat(TestSql.sqlStateOf(ROLE_POOL, "delete from makegood.transfer"))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void it_does_its_work() {
        JooqStore.on(ROLE_POOL).change(CustomerId.SYSTEM_ACCOUNT, unit -> unit.ledger().wallet());

        assertThat(TestSql.query(DATABASE.asOwner(), "select customer_id from makegood.customer"))
                .as("nothing was written, so nothing is there")
                .isEmpty();
    }

    @Test
    void a_login_that_may_not_create_the_role_migrates_with_a_warning() {
        TestSql.execute(DATABASE.asOwner(), "drop role if exists plain",
                "create role plain login password 'plain'");
        var other = TestDatabases.ownedBy(new Login("plain", "plain"));

        var migrationResult = Migrations.on(other.asOwner()).run();

        assertThat(migrationResult.applied()).startsWith("V1__baseline.sql");
        assertThat(migrationResult.warnings()).singleElement()
                .asString()
                .contains("may not become makegood_app");
    }

    /** Every PostgreSQL has the extension plpgsql: here it stands for the one of a cluster. */
    @Test
    void the_nodes_of_a_cluster_may_log_in_to_each_other_as_the_role() {
        TestSql.execute(DATABASE.asOwner(), "alter role makegood_app nologin");

        PrivilegeScript.run(DATABASE.asOwner());
        assertThat(TestSql.query(DATABASE.asOwner(), CAN_LOG_IN)).containsExactly("f");
        PrivilegeScript.run(DATABASE.asOwner(), "plpgsql");

        assertThat(TestSql.query(DATABASE.asOwner(), CAN_LOG_IN)).containsExactly("t");
    }

    /** A dump brings the tables and their grants, and no role. */
    @Test
    void after_a_restore_without_the_role_one_migrate_is_enough() {
        var restored = TestDatabases.migrated();
        TestSql.execute(restored.asOwner(), "set search_path to makegood",
                "revoke all on all tables in schema makegood from makegood_app",
                "revoke all on schema makegood from makegood_app");

        var migrationResult = Migrations.on(restored.asOwner()).run();

        assertThat(migrationResult.applied()).isEmpty();
        assertThat(migrationResult.warnings()).isEmpty();
        JooqStore.on(restored.asApplication())
                .change(CustomerId.SYSTEM_ACCOUNT, unit -> unit.ledger().wallet());
        assertThat(Privileges.warnings(restored.asApplication())).isEmpty();
    }

    @Test
    void a_login_that_may_change_the_ledger_is_reported() {
        assertThat(Privileges.warnings(DATABASE.asApplication())).isEmpty();
        assertThat(Privileges.warnings(DATABASE.asOwner())).hasSize(6)
                .contains(DATABASE.owner().user() + " may update makegood.transfer");
    }

    @Test
    void migrating_again_changes_nothing() {
        var again = Migrations.on(DATABASE.asOwner());

        assertThat(again.pending()).isEmpty();
        assertThat(again.run().applied()).isEmpty();
        assertThat(again.warnings()).isEmpty();
    }

    private static String mayUpdateTransfers(DataSource source) {
        return TestSql.query(source, "select has_table_privilege('makegood.transfer', 'update')")
                .getFirst();
    }
}
