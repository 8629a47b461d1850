package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Storage;
import dev.makegood.archive.EventCutter;
import dev.makegood.archive.EventCutterContract;
import dev.makegood.embedded.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class JooqEventCutterTest extends EventCutterContract {

    private static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final JooqStore STORE = TestDatabases.store(DATABASE);
    private static final EventCutter CUTTER = new JooqEventCutter(JooqStore
            .on(DATABASE.asOwner(), JooqConfiguration.withListeners(new SqlRules()))
            .transactions());

    @Override
    protected Storage storage() {
        return STORE;
    }

    @Override
    protected EventCutter cutter() {
        return CUTTER;
    }

    @Test
    void the_application_itself_may_cut_nothing() {
        storage().outbox().markDelivered(ada, 5);
        var asApplication = new JooqEventCutter(STORE.transactions());

        assertThatThrownBy(() -> asApplication.cut(ada, 4, List.of(1L)))
                .hasStackTraceContaining("permission denied for table event");
    }
}
