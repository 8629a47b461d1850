package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.embedded.TestDatabase;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.testing.StorageTestBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An unknown label, written by hand or by a newer version: refused with its value, never guessed. */
class LabelsTest extends StorageTestBase {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final JooqStore STORE = TestDatabases.store(DATABASE);

    @Override
    protected JooqStore storage() {
        return STORE;
    }

    @BeforeEach
    void something_is_there() {
        ledger().grant(samples.transfer(), ada, Grant.of(GrantSource.PURCHASE, new Credits(5)));
    }

    @Test
    void a_state_of_a_project() {
        var project = samples.freeProject(ada);
        add(project);
        setToUnknownLabel("project", "state", "state_of_project_is_known", "status_follows_state");

        assertThatThrownBy(() -> STORE.projectHistory().find(project.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paused");
    }

    @Test
    void a_source_of_a_grant() {
        setToUnknownLabel("credit_grant", "source", "source_of_grant_is_known");

        assertThatThrownBy(() -> STORE.statements().openGrants(ada))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paused");
    }

    @Test
    void a_kind_of_a_transfer() {
        setToUnknownLabel("transfer", "kind", "kind_of_transfer_is_known");

        assertThatThrownBy(() -> STORE.statements().lines(ada, null, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paused");
    }

    private void setToUnknownLabel(String table, String column, String... constraints) {
        for (var constraint : constraints) {
            TestSql.execute(DATABASE.asOwner(),
                    "alter table makegood." + table + " drop constraint if exists " + constraint);
        }
        TestSql.execute(DATABASE.asOwner(),
                "update makegood.%s set %s = 'paused' where customer_id = '%s'"
                        .formatted(table, column, ada));
    }
}
