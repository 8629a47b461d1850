package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.event.RecordedEvent;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitListenersTest extends StorageTestBase {

    private static final JooqStore STORE = TestDatabases.store(TestDatabases.migrated());

    private final List<RecordedEvent> received = new ArrayList<>();

    @Override
    protected JooqStore storage() {
        return STORE;
    }

    @Test
    void a_listener_gets_a_units_events_once_they_are_durable() {
        var durable = new ArrayList<RecordedEvent>();
        var store = STORE.withCommitListener(received::add)
                .withCommitListener(event -> durable.addAll(STORE.reports().events(ada, 0, 10)));

        store.change(ada, unit -> unit.events().append(new TestEvent("hello"), clock.instant()));

        assertThat(received).extracting(event -> event.facts().get("what"))
                .containsExactly("hello");
        assertThat(durable).isEqualTo(received);
    }

    @Test
    void no_listener_is_called_for_a_unit_that_was_rolled_back() {
        assertThatThrownBy(() -> STORE.withCommitListener(received::add).change(ada, unit -> {
            unit.events().append(new TestEvent("hello"), clock.instant());
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(received).isEmpty();
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_others() {
        var store = STORE.withCommitListener(event -> {
            throw new IllegalStateException("on purpose");
        }).withCommitListener(received::add);

        store.change(ada, unit -> unit.events().append(new TestEvent("hello"), clock.instant()));

        assertThat(received).hasSize(1);
        assertThat(STORE.reports().events(ada, 0, 10)).hasSize(1);
    }
}
