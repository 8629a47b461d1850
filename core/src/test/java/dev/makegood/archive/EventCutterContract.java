package dev.makegood.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.testing.StorageTestBase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an {@link EventCutter} must do; nobody else may deliver events of its storage meanwhile. */
public abstract class EventCutterContract extends StorageTestBase {

    /** Of the same storage. */
    protected abstract EventCutter cutter();

    @BeforeEach
    void five_events_of_two_customers() {
        for (int i = 0; i < 5; i++) {
            say(ada);
            say(bob);
        }
    }

    private void say(CustomerId customer) {
        change(customer, unit -> unit.events().append(new TestEvent("hello"), clock.instant()));
    }

    private void deliver(CustomerId customer, long upTo) {
        storage().outbox().markDelivered(customer, upTo);
    }

    private List<Long> events(CustomerId customer) {
        return storage().archive()
                .read(customer, records -> records.events(0, 10)
                        .stream()
                        .map(RecordedEvent::sequence)
                        .toList());
    }

    private long base(CustomerId customer) {
        return storage().archive().read(customer, records -> records.baseSequence());
    }

    @Test
    void the_events_are_gone_and_the_closing_is_the_base() {
        deliver(ada, 5);

        assertThat(cutter().cut(ada, 4, List.of(1L, 3L))).isTrue();

        assertThat(events(ada)).containsExactly(2L, 4L, 5L);
        assertThat(base(ada)).isEqualTo(4);
        assertThat(events(bob)).hasSize(5);
        assertThat(base(bob)).isZero();
    }

    @Test
    void what_comes_after_continues_the_chain() {
        deliver(ada, 5);
        cutter().cut(ada, 4, List.of(1L, 3L));

        say(ada);

        var last = storage().archive().read(ada, records -> records.events(4, 10));
        assertThat(last).extracting(RecordedEvent::sequence).containsExactly(5L, 6L);
        assertThat(last.getLast().follows(last.getFirst().hash())).isTrue();
    }

    @Test
    void nothing_is_cut_while_one_of_them_waits_to_be_delivered() {
        deliver(ada, 2);

        assertThat(cutter().cut(ada, 4, List.of(1L, 3L))).isFalse();

        assertThat(events(ada)).hasSize(5);
        assertThat(base(ada)).isZero();
        assertThat(cutter().cut(ada, 4, List.of(1L, 2L))).isTrue();
    }

    @Test
    void the_same_closing_or_an_older_one_cuts_nothing_more() {
        deliver(ada, 5);
        cutter().cut(ada, 4, List.of(1L));

        assertThat(cutter().cut(ada, 4, List.of(2L))).isFalse();
        assertThat(cutter().cut(ada, 3, List.of(2L))).isFalse();

        assertThat(events(ada)).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void a_later_closing_replaces_the_base() {
        deliver(ada, 5);
        cutter().cut(ada, 3, List.of(1L));

        assertThat(cutter().cut(ada, 5, List.of(2L, 4L))).isTrue();

        assertThat(events(ada)).containsExactly(3L, 5L);
        assertThat(base(ada)).isEqualTo(5);
    }
}
