package dev.makegood.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Pins the format {@code me1}: these hashes were computed by another program from the words of the
 * format alone.
 */
class EventChainTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Hash STATE = new Hash("ab".repeat(32));

    private final CustomerId customer = new CustomerId(new UUID(0x7000L, 0x8000_0000_0000_0001L));
    private final RecordedEvent first = RecordedEvent.following(customer, ChainHead.NONE,
            new Sample(Map.of("zoo", "«Ω» 🐈", "actor", ""), null), AT);
    private final RecordedEvent second = RecordedEvent.following(customer, first.head(),
            new Sample(Map.of(), STATE), AT.plusSeconds(1));

    @Test
    void a_first_event_has_this_hash() {
        assertThat(first.hash())
                .hasToString("bbc4e15057ec3df89a5462877a989bc28e8f830c977f3f79ce6f134be23d879c");
    }

    @Test
    void an_event_that_leaves_something_has_this_hash() {
        assertThat(second.hash())
                .hasToString("458a888dfbf553311081dfe10d98e821e79ab761ef3b3173c425dc6838d80bd6");
    }

    @Test
    void nothing_of_an_event_can_be_changed_unnoticed() {
        var e = second;

        assertThat(e.follows(first.hash())).isTrue();
        assertThat(e.follows(Hash.NONE)).isFalse();
        assertThat(List.of(with(3, e.at(), e.type(), e.facts(), STATE),
                with(2, e.at().plusNanos(1_000), e.type(), e.facts(), STATE),
                with(2, e.at(), "other.thing", e.facts(), STATE),
                with(2, e.at(), e.type(), Map.of("more", ""), STATE),
                with(2, e.at(), e.type(), e.facts(), null)))
                        .noneMatch(changed -> changed.follows(first.hash()));
    }

    private RecordedEvent with(
            long sequence, Instant at, String type, Map<String, String> facts,
            @Nullable Hash state) {
        return new RecordedEvent(customer, sequence, at, type, facts, state, second.hash());
    }

    private record Sample(Map<String, String> facts, @Nullable Hash stateHash) implements Event {

        @Override
        public String type() {
            return "some.thing";
        }
    }
}
