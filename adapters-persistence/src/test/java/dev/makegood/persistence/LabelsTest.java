package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import dev.makegood.persistence.embedded.TestDatabase;
import dev.makegood.testing.OnStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A label nobody knows, put there by hand or by a newer version: told loudly, never guessed. */
class LabelsTest extends OnStorage {

    private static final TestDatabase DATABASE = Databases.migrated();
    private static final JooqStore STORE = Databases.store(DATABASE);

    @Override
    protected JooqStore storage() {
        return STORE;
    }

    @BeforeEach
    void something_is_there() {
        ledger().grant(samples.transfer(), ada, Grant.of(Source.PURCHASE, new Credits(5)));
    }

    @Test
    void a_state_of_a_project() {
        var project = samples.free(ada);
        add(project);
        spoilt("project", "state", "state_of_project_is_known", "status_follows_state");

        assertThatThrownBy(() -> STORE.histories().find(project.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paused");
    }

    @Test
    void a_source_of_a_grant() {
        spoilt("credit_grant", "source", "source_of_grant_is_known");

        assertThatThrownBy(() -> STORE.statements().openGrants(ada))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paused");
    }

    @Test
    void a_kind_of_a_transfer() {
        spoilt("transfer", "kind", "kind_of_transfer_is_known");

        assertThatThrownBy(() -> STORE.statements().lines(ada, null, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paused");
    }

    private void spoilt(String table, String column, String... rules) {
        for (var rule : rules) {
            Plain.run(DATABASE.asOwner(),
                    "alter table makegood." + table + " drop constraint if exists " + rule);
        }
        Plain.run(DATABASE.asOwner(),
                "update makegood.%s set %s = 'paused' where customer_id = '%s'"
                        .formatted(table, column, ada));
    }
}
