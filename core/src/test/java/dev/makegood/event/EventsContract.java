package dev.makegood.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an {@link EventLog} and an {@link Outbox} must do, together. */
public abstract class EventsContract extends OnStorage {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @BeforeEach
    void delivers_what_others_left() {
        for (var left = waiting(1_000); !left.isEmpty(); left = waiting(1_000)) {
            left.forEach(event -> delivered(event.customer(), event.sequence()));
        }
    }

    @Test
    void an_event_is_kept_as_it_was_told() {
        var at = clock.instant().plusNanos(123_000);
        var facts = Map.of("a", "", "«Ω»", "🐈 \"quoted\" \\\n", "long", "x".repeat(10_000));
        change(ada, unit -> unit.events().append(new Told("some.thing", facts), at));

        assertThat(log(ada)).containsExactly(new Recorded(ada, 1, at, "some.thing", facts));
    }

    @Test
    void a_customers_events_are_counted_from_one_without_gaps() {
        say(ada, "one", "two");
        say(bob, "other");
        say(ada, "three");

        assertThat(log(ada)).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L);
        assertThat(log(ada)).extracting(event -> event.facts().get("what"))
                .containsExactly("one", "two", "three");
        assertThat(log(bob)).extracting(Recorded::sequence).containsExactly(1L);
    }

    @Test
    void a_unit_that_was_taken_back_leaves_no_gap() {
        say(ada, "one");
        assertThatThrownBy(() -> change(ada, unit -> {
            unit.events().append(new Said("lost"), clock.instant());
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);
        say(ada, "two");

        assertThat(log(ada)).extracting(Recorded::sequence).containsExactly(1L, 2L);
        assertThat(waiting(10)).extracting(event -> event.facts().get("what"))
                .containsExactly("one", "two");
    }

    @Test
    void many_who_tell_at_once_leave_no_gap() {
        var unused = Crowd.of(6, who -> {
            for (int i = 0; i < 10; i++) {
                say(ada, who + "/" + i);
            }
            return who;
        });

        assertThat(log(ada)).extracting(Recorded::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void events_are_read_from_any_place_and_no_more_than_asked_for() {
        say(ada, "one", "two", "three", "four");

        assertThat(storage().reports().events(ada, 1, 2)).extracting(Recorded::sequence)
                .containsExactly(2L, 3L);
        assertThat(storage().reports().events(ada, 4, 2)).isEmpty();
    }

    @Test
    void what_is_durable_waits_in_order_until_it_was_delivered() {
        say(ada, "one", "two", "three");

        assertThat(waiting(10)).isEqualTo(log(ada));

        delivered(ada, 2);

        assertThat(waiting(10)).extracting(Recorded::sequence).containsExactly(3L);

        delivered(ada, 2);
        delivered(ada, 1);
        say(ada, "four");

        assertThat(waiting(10)).extracting(Recorded::sequence).containsExactly(3L, 4L);

        delivered(ada, 4);

        assertThat(waiting(10)).isEmpty();
        assertThat(log(ada)).hasSize(4);
    }

    @Test
    void each_customers_events_wait_in_order_and_are_struck_out_alone() {
        say(ada, "a1");
        say(bob, "b1");
        say(ada, "a2");
        say(bob, "b2");

        assertThat(waitingOf(ada)).containsExactly(1L, 2L);
        assertThat(waitingOf(bob)).containsExactly(1L, 2L);

        delivered(ada, 2);

        assertThat(waitingOf(ada)).isEmpty();
        assertThat(waitingOf(bob)).containsExactly(1L, 2L);
    }

    @Test
    void a_few_of_what_waits_are_the_oldest_of_their_customers_without_a_gap() {
        say(ada, "a1", "a2", "a3");
        say(bob, "b1", "b2", "b3");

        var few = waiting(4);

        assertThat(few).hasSizeBetween(1, 4);
        few.stream().map(Recorded::customer).distinct().forEach(customer -> {
            var sequences = few.stream()
                    .filter(event -> event.customer().equals(customer))
                    .map(Recorded::sequence)
                    .toList();
            assertThat(sequences)
                    .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        });
    }

    @Test
    void one_relay_at_a_time_holds_the_lease() {
        var now = clock.instant();

        assertThat(leased("one", now)).isTrue();
        assertThat(leased("two", now)).isFalse();
        assertThat(leased("one", now.plusSeconds(20))).isTrue();
        assertThat(leased("two", now.plusSeconds(49))).isFalse();
        assertThat(leased("two", now.plusSeconds(50))).isTrue();
        assertThat(leased("one", now.plusSeconds(51))).isFalse();
    }

    @Test
    void of_many_relays_that_ask_at_once_one_gets_the_lease() {
        var got = Crowd.of(6, who -> leased("relay-" + who, clock.instant()));

        assertThat(got).containsOnlyOnce(true);
    }

    private boolean leased(String holder, Instant now) {
        return storage().outbox().lease(holder, now, LEASE);
    }

    private List<Recorded> waiting(int limit) {
        return storage().outbox().waiting(limit);
    }

    private List<Long> waitingOf(CustomerId customer) {
        return waiting(100).stream()
                .filter(event -> event.customer().equals(customer))
                .map(Recorded::sequence)
                .toList();
    }

    private void delivered(CustomerId customer, long upTo) {
        storage().outbox().delivered(customer, upTo);
    }

    private List<Recorded> log(CustomerId customer) {
        return storage().reports().events(customer, 0, 100);
    }

    private void say(CustomerId customer, String... words) {
        change(customer, unit -> {
            for (var word : words) {
                unit.events().append(new Said(word), clock.instant());
            }
        });
    }

    private record Told(String type, Map<String, String> facts) implements Event {

        private Told {
            facts = new LinkedHashMap<>(facts);
        }
    }
}
