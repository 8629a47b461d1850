package dev.makegood.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerId;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an {@link EventLog} and an {@link Outbox} must do, together. */
public abstract class EventsContract extends StorageTestBase {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @BeforeEach
    void delivers_what_others_left() {
        for (var left = undelivered(1_000); !left.isEmpty(); left = undelivered(1_000)) {
            left.forEach(event -> markDelivered(event.customer(), event.sequence()));
        }
    }

    @Test
    void an_event_is_kept_as_it_was_appended() {
        var at = clock.instant().plusNanos(123_000);
        var facts = Map.of("a", "", "«Ω»", "🐈 \"quoted\" \\\n", "long", "x".repeat(10_000));
        var event = new SampleEvent("some.thing", facts);
        change(ada, unit -> unit.events().append(event, at));

        assertThat(log(ada)).containsExactly(
                RecordedEvent.following(ada, ChainHead.NONE, event, at));
    }

    @Test
    void each_event_carries_the_hash_of_the_one_before_and_of_what_it_leaves() {
        var left = Hash.ofFields("what", "it leaves");
        append(ada, "one");
        change(ada, unit -> unit.events()
                .append(new LeavingEvent(left), clock.instant()));
        append(ada, "three");

        assertThat(log(ada)).extracting(RecordedEvent::stateHash).containsExactly(null, left, null);
        var head = ChainHead.NONE;
        for (var event : log(ada)) {
            assertThat(event.follows(head.hash())).isTrue();
            assertThat(event.sequence()).isEqualTo(head.sequence() + 1);
            head = event.head();
        }
        var stored = storage().archive()
                .<ChainHead>read(ada, Archive.CustomerRecords::eventHead);
        assertThat(stored).isEqualTo(head);
    }

    @Test
    void a_customers_events_are_counted_from_one_without_gaps() {
        append(ada, "one", "two");
        append(bob, "other");
        append(ada, "three");

        assertThat(log(ada)).extracting(RecordedEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(log(ada)).extracting(event -> event.facts().get("what"))
                .containsExactly("one", "two", "three");
        assertThat(log(bob)).extracting(RecordedEvent::sequence).containsExactly(1L);
    }

    @Test
    void the_time_of_the_newest_event_is_known_in_every_later_unit_and_never_runs_back() {
        var at = clock.instant();

        assertThat(lastAt(ada)).isEqualTo(Instant.EPOCH);
        change(ada, unit -> {
            unit.events().append(new TestEvent("late"), at);
            assertThat(unit.events().lastAt()).isEqualTo(at);
            unit.events().append(new TestEvent("early"), at.minusSeconds(3_600));
            assertThat(unit.events().lastAt()).isEqualTo(at);
        });

        assertThat(lastAt(ada)).isEqualTo(at);
        assertThat(lastAt(bob)).isEqualTo(Instant.EPOCH);
    }

    private Instant lastAt(CustomerId customer) {
        return write(customer, unit -> unit.events().lastAt());
    }

    @Test
    void a_unit_that_was_rolled_back_leaves_no_gap() {
        append(ada, "one");
        assertThatThrownBy(() -> change(ada, unit -> {
            unit.events().append(new TestEvent("lost"), clock.instant());
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);
        append(ada, "two");

        assertThat(log(ada)).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(undelivered(10)).extracting(event -> event.facts().get("what"))
                .containsExactly("one", "two");
    }

    @Test
    void many_units_that_append_at_once_leave_no_gap() {
        var unused = ConcurrentCalls.run(6, who -> {
            for (int i = 0; i < 10; i++) {
                append(ada, who + "/" + i);
            }
            return who;
        });

        assertThat(log(ada)).extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void events_are_read_from_any_position_and_no_more_than_the_limit() {
        append(ada, "one", "two", "three", "four");

        assertThat(storage().reports().events(ada, 1, 2)).extracting(RecordedEvent::sequence)
                .containsExactly(2L, 3L);
        assertThat(storage().reports().events(ada, 4, 2)).isEmpty();
    }

    @Test
    void what_is_durable_waits_in_order_until_it_was_delivered() {
        append(ada, "one", "two", "three");

        assertThat(undelivered(10)).isEqualTo(log(ada));

        markDelivered(ada, 2);

        assertThat(undelivered(10)).extracting(RecordedEvent::sequence).containsExactly(3L);

        markDelivered(ada, 2);
        markDelivered(ada, 1);
        append(ada, "four");

        assertThat(undelivered(10)).extracting(RecordedEvent::sequence).containsExactly(3L, 4L);

        markDelivered(ada, 4);

        assertThat(undelivered(10)).isEmpty();
        assertThat(log(ada)).hasSize(4);
    }

    @Test
    void each_customers_events_wait_in_order_and_are_struck_out_alone() {
        append(ada, "a1");
        append(bob, "b1");
        append(ada, "a2");
        append(bob, "b2");

        assertThat(undeliveredOf(ada)).containsExactly(1L, 2L);
        assertThat(undeliveredOf(bob)).containsExactly(1L, 2L);

        markDelivered(ada, 2);

        assertThat(undeliveredOf(ada)).isEmpty();
        assertThat(undeliveredOf(bob)).containsExactly(1L, 2L);
    }

    @Test
    void a_few_of_what_waits_are_the_oldest_of_their_customers_without_a_gap() {
        append(ada, "a1", "a2", "a3");
        append(bob, "b1", "b2", "b3");

        var few = undelivered(4);

        assertThat(few).hasSizeBetween(1, 4);
        few.stream().map(RecordedEvent::customer).distinct().forEach(customer -> {
            var sequences = few.stream()
                    .filter(event -> event.customer().equals(customer))
                    .map(RecordedEvent::sequence)
                    .toList();
            assertThat(sequences)
                    .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        });
    }

    @Test
    void one_relay_at_a_time_holds_the_lease() {
        var now = clock.instant();

        assertThat(acquireLease("one", now)).isTrue();
        assertThat(acquireLease("two", now)).isFalse();
        assertThat(acquireLease("one", now.plusSeconds(20))).isTrue();
        assertThat(acquireLease("two", now.plusSeconds(49))).isFalse();
        assertThat(acquireLease("two", now.plusSeconds(50))).isTrue();
        assertThat(acquireLease("one", now.plusSeconds(51))).isFalse();
    }

    @Test
    void of_many_relays_at_once_one_gets_the_lease() {
        var got = ConcurrentCalls.run(6, who -> acquireLease("relay-" + who, clock.instant()));

        assertThat(got).containsOnlyOnce(true);
    }

    private boolean acquireLease(String holder, Instant now) {
        return storage().outbox().acquireLease(holder, now, LEASE);
    }

    private List<RecordedEvent> undelivered(int limit) {
        return storage().outbox().undelivered(limit);
    }

    private List<Long> undeliveredOf(CustomerId customer) {
        return undelivered(100).stream()
                .filter(event -> event.customer().equals(customer))
                .map(RecordedEvent::sequence)
                .toList();
    }

    private void markDelivered(CustomerId customer, long upTo) {
        storage().outbox().markDelivered(customer, upTo);
    }

    private List<RecordedEvent> log(CustomerId customer) {
        return storage().reports().events(customer, 0, 100);
    }

    private void append(CustomerId customer, String... words) {
        change(customer, unit -> {
            for (var word : words) {
                unit.events().append(new TestEvent(word), clock.instant());
            }
        });
    }

    private record LeavingEvent(Hash stateHash) implements Event {

        @Override
        public String type() {
            return "some.thing";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of();
        }
    }

    private record SampleEvent(String type, Map<String, String> facts) implements Event {

        private SampleEvent {
            facts = new LinkedHashMap<>(facts);
        }
    }
}
