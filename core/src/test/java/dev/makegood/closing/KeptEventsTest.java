package dev.makegood.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptEventsTest {

    private static final Hash STATE = new Hash("ab".repeat(32));
    private static final Map<String, String> ONE = Map.of("project", "one");

    private final List<RecordedEvent> events = new ArrayList<>();

    private void add(String type, Map<String, String> facts, @Nullable Hash state) {
        events.add(new RecordedEvent(new CustomerId(new UUID(1, 1)), events.size() + 1L,
                Instant.EPOCH, type, facts, state, STATE));
    }

    private List<Long> kept() {
        var kept = new KeptEvents();
        events.forEach(kept::add);
        return events.stream().filter(kept::isKept).map(RecordedEvent::sequence).toList();
    }

    @Test
    void the_steps_of_a_project_stay_until_it_has_ended() {
        add("project.created", ONE, STATE);
        add("project.created", Map.of("project", "two"), STATE);
        add("project.started", ONE, STATE);
        add("project.retried", ONE, STATE);
        add("project.failed", ONE, STATE);
        add("project.late_success", ONE, STATE);

        assertThat(kept()).containsExactly(2L, 4L, 5L, 6L);
    }

    @Test
    void an_end_without_a_state_hash_vouches_for_nothing_else() {
        add("project.created", ONE, null);
        add("project.completed", ONE, null);

        assertThat(kept()).containsExactly(1L, 2L);
    }

    @Test
    void what_the_transfers_say_themselves_goes_and_what_only_events_say_stays() {
        for (var type : List.of("held", "captured", "released", "expired", "granted", "adjusted",
                "refunded", "clawed_back", "reinstated")) {
            add("credits." + type, Map.of("actor", "makegood"), STATE);
        }
        add("credits.released", Map.of("actor", "makegood", "reopened 7", "2026-01-01"), STATE);

        assertThat(kept()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void what_a_person_did_stays() {
        add("credits.released", Map.of("actor", "operator:4fK9"), STATE);
        add("credits.released", Map.of("actor", "cli:ada"), STATE);
        add("credits.released", Map.of("actor", "customer"), STATE);
        add("credits.captured", Map.of("actor", "pipeline"), STATE);

        assertThat(kept()).containsExactly(1L, 2L);
    }

    @Test
    void payments_and_all_else_stay() {
        add("payment.billed", Map.of("payment", "one"), STATE);
        add("payment.succeeded", Map.of("payment", "one"), STATE);
        add("price.changed", Map.of("hostname", "one"), STATE);
        add("books.closed", Map.of(), null);

        assertThat(kept()).hasSize(4);
    }
}
