package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventRelayTest {

    private final List<RecordedEvent> received = new ArrayList<>();
    private final Set<CustomerId> failing = new HashSet<>();
    private final MakegoodFixture fixture =
            MakegoodFixture.inMemory(builder -> builder.withEventListener(this::receive));
    private final EventRelay relay = fixture.makegood.eventRelay();

    private Runnable whileReceiving = () -> {};

    private void receive(RecordedEvent event) {
        whileReceiving.run();
        if (failing.contains(event.customer())) {
            throw new IllegalStateException("deaf to " + event.type());
        }
        received.add(event);
    }

    private List<String> receivedBy(CustomerId customer) {
        return received.stream()
                .filter(event -> event.customer().equals(customer))
                .map(RecordedEvent::type)
                .toList();
    }

    @Test
    void every_event_is_received_once_in_order() {
        var ada = fixture.customerWith(100);
        var project = fixture.startProject(ada);
        fixture.pipeline.completes(project);

        assertThat(relay.deliver("one", 100)).isEqualTo(6);
        assertThat(relay.deliver("one", 100)).isZero();

        assertThat(receivedBy(ada)).containsExactly("credits.granted", "credits.held",
                "project.created", "project.started", "credits.captured", "project.completed");
    }

    @Test
    void an_event_that_was_not_received_is_delivered_again_and_later_ones_after_it() {
        var ada = fixture.customerWith(100);
        var bob = fixture.customerWith(100);
        fixture.submitProject(ada);
        failing.add(ada);

        assertThatThrownBy(() -> relay.deliver("one", 100)).hasMessage("deaf to credits.granted");
        assertThat(receivedBy(ada)).isEmpty();
        assertThat(receivedBy(bob)).as("the events of the others are delivered").hasSize(1);

        failing.clear();

        assertThat(relay.deliver("one", 100)).isEqualTo(3);
        assertThat(receivedBy(ada)).containsExactly("credits.granted", "credits.held",
                "project.created");
        assertThat(receivedBy(bob)).hasSize(1);
    }

    @Test
    void a_second_relay_waits_until_the_first_is_gone() {
        var ada = fixture.customerWith(100);
        relay.deliver("one", 100);
        fixture.submitProject(ada);

        assertThat(relay.deliver("two", 100)).isZero();
        fixture.clock.advance(Duration.ofSeconds(30));

        assertThat(relay.deliver("two", 100)).isEqualTo(2);
    }

    @Test
    void a_relay_whose_listener_is_slow_keeps_its_lease() {
        fixture.submitProject(fixture.customerWith(100));
        var lost = new ArrayList<Boolean>();
        whileReceiving = () -> {
            fixture.clock.advance(Duration.ofSeconds(20));
            lost.add(acquire("two"));
        };

        assertThat(relay.deliver("one", 100)).isEqualTo(3);

        assertThat(lost).containsExactly(false, false, false);
    }

    @Test
    void a_relay_that_lost_its_lease_leaves_the_rest_to_the_next() {
        fixture.submitProject(fixture.customerWith(100));
        whileReceiving = () -> {
            fixture.clock.advance(Duration.ofSeconds(31));
            assertThat(acquire("two")).isTrue();
        };

        relay.deliver("one", 100);

        assertThat(received).hasSize(1);
        whileReceiving = () -> {};
        assertThat(relay.deliver("two", 100)).isEqualTo(2);
    }

    private boolean acquire(String holder) {
        return fixture.storage.outbox()
                .acquireLease(holder, fixture.clock.instant(), Duration.ofSeconds(30));
    }

    @Test
    void a_relay_that_stops_leaves_nobody_waiting() {
        var ada = fixture.customerWith(100);
        relay.deliver("one", 100);
        fixture.submitProject(ada);

        relay.stop("another");
        assertThat(relay.deliver("two", 100)).isZero();
        relay.stop("one");

        assertThat(relay.deliver("two", 100)).isEqualTo(2);
    }

    @Test
    void a_few_are_delivered_at_a_time() {
        var ada = fixture.customerWith(100);
        fixture.submitProject(ada);

        assertThat(relay.deliver("one", 2)).isEqualTo(2);
        assertThat(relay.deliver("one", 2)).isEqualTo(1);
        assertThat(receivedBy(ada)).hasSize(3);
    }

    @Test
    void every_listener_receives_everything() {
        var first = new ArrayList<RecordedEvent>();
        var second = new ArrayList<RecordedEvent>();
        var loud = MakegoodFixture.inMemory(
                builder -> builder.withEventListener(first::add).withEventListener(second::add));
        loud.customerWith(5);

        loud.makegood.eventRelay().deliver("one", 10);

        assertThat(first).hasSize(1).isEqualTo(second);
    }
}
