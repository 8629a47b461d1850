package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.event.Recorded;
import dev.makegood.testing.OnStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest extends OnStorage {

    private static final JooqStore STORE = Databases.store(Databases.migrated());

    private final List<Recorded> heard = new ArrayList<>();

    @Override
    protected JooqStore storage() {
        return STORE;
    }

    @Test
    void who_listens_hears_a_units_events_once_they_are_durable() {
        var durable = new ArrayList<Recorded>();
        var telling = STORE.telling(heard::add)
                .telling(event -> durable.addAll(STORE.reports().events(ada, 0, 10)));

        telling.change(ada, unit -> unit.events().append(new Said("hello"), clock.instant()));

        assertThat(heard).extracting(event -> event.facts().get("what")).containsExactly("hello");
        assertThat(durable).isEqualTo(heard);
    }

    @Test
    void nobody_hears_of_a_unit_that_was_taken_back() {
        assertThatThrownBy(() -> STORE.telling(heard::add).change(ada, unit -> {
            unit.events().append(new Said("hello"), clock.instant());
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(heard).isEmpty();
    }

    @Test
    void a_listener_that_fails_fails_nobody_else() {
        var telling = STORE.telling(event -> {
            throw new IllegalStateException("deaf");
        }).telling(heard::add);

        telling.change(ada, unit -> unit.events().append(new Said("hello"), clock.instant()));

        assertThat(heard).hasSize(1);
        assertThat(STORE.reports().events(ada, 0, 10)).hasSize(1);
    }
}
