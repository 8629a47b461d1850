package dev.makegood.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pins the format {@code mk1} and the facts of a base: the hashes were computed by another program. */
class BaseTest {

    private static final CustomerId ADA = new CustomerId(new UUID(1, 1));
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Hash AB = new Hash("ab".repeat(32));
    private static final Hash CD = new Hash("cd".repeat(32));

    @Test
    void the_root_is_over_all_that_was_kept() {
        var first = Base.keep(ChainHead.NONE, held(7, null));
        var second = Base.keep(first, held(9, CD));

        assertThat(first).isEqualTo(new ChainHead(1, new Hash(
                "5652100c956d545b85827d362525f4a6cd8b07258140092cd49f7caaa60e2940")));
        assertThat(second).isEqualTo(new ChainHead(2, new Hash(
                "5253dbb16c35cb0fe4c24e678e9b579d05e3e53a48e37a9896c3111e6d068112")));
    }

    private static RecordedEvent held(long sequence, @Nullable Hash state) {
        return new RecordedEvent(ADA, sequence, NEW_YEAR, "credits.held",
                Map.of("actor", "makegood", "kind", "hold"), state, AB);
    }

    @Test
    void a_base_is_recorded_as_an_event_and_read_from_it() {
        var base = new Base(NEW_YEAR, new ChainHead(12, AB), new ChainHead(5, CD),
                new ChainHead(3, AB));

        assertThat(base.type()).isEqualTo("books.closed");
        assertThat(base.facts()).containsOnly(
                Map.entry("before", "2026-01-01T00:00:00Z"),
                Map.entry("events", "12"), Map.entry("eventsHash", AB.hex()),
                Map.entry("transfers", "5"), Map.entry("transfersHash", CD.hex()),
                Map.entry("kept", "3"), Map.entry("keptHash", AB.hex()));
        assertThat(Base.of(RecordedEvent.following(ADA, ChainHead.NONE, base, NEW_YEAR)))
                .contains(base);
        assertThat(Base.of(held(1, null))).isEmpty();
    }
}
