package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventRelayTest {

    private final List<Recorded> heard = new ArrayList<>();
    private final Set<CustomerId> deaf = new HashSet<>();
    private final House house = House.inMemory(opening -> opening.heardBy(this::hear));
    private final EventRelay relay = house.makegood.relay();

    private void hear(Recorded event) {
        if (deaf.contains(event.customer())) {
            throw new IllegalStateException("deaf to " + event.type());
        }
        heard.add(event);
    }

    private List<String> heardOf(CustomerId customer) {
        return heard.stream()
                .filter(event -> event.customer().equals(customer))
                .map(Recorded::type)
                .toList();
    }

    @Test
    void every_event_is_heard_once_in_order() {
        var ada = house.customerWith(100);
        var project = house.started(ada);
        house.pipeline.completes(project);

        assertThat(relay.deliver("one", 100)).isEqualTo(6);
        assertThat(relay.deliver("one", 100)).isZero();

        assertThat(heardOf(ada)).containsExactly("credits.granted", "credits.held",
                "project.created", "project.started", "credits.captured", "project.completed");
    }

    @Test
    void what_was_not_heard_comes_again_and_what_came_later_after_it() {
        var ada = house.customerWith(100);
        var bob = house.customerWith(100);
        house.ordered(ada);
        deaf.add(ada);

        assertThatThrownBy(() -> relay.deliver("one", 100)).hasMessage("deaf to credits.granted");
        assertThat(heardOf(ada)).isEmpty();
        assertThat(heardOf(bob)).as("the others have their turn").hasSize(1);

        deaf.clear();

        assertThat(relay.deliver("one", 100)).isEqualTo(3);
        assertThat(heardOf(ada)).containsExactly("credits.granted", "credits.held",
                "project.created");
        assertThat(heardOf(bob)).hasSize(1);
    }

    @Test
    void a_second_relay_waits_until_the_first_is_gone() {
        var ada = house.customerWith(100);
        relay.deliver("one", 100);
        house.ordered(ada);

        assertThat(relay.deliver("two", 100)).isZero();
        house.clock.pass(Duration.ofSeconds(30));

        assertThat(relay.deliver("two", 100)).isEqualTo(2);
    }

    @Test
    void a_few_are_delivered_at_a_time() {
        var ada = house.customerWith(100);
        house.ordered(ada);

        assertThat(relay.deliver("one", 2)).isEqualTo(2);
        assertThat(relay.deliver("one", 2)).isEqualTo(1);
        assertThat(heardOf(ada)).hasSize(3);
    }

    @Test
    void everybody_who_listens_hears_everything() {
        var first = new ArrayList<Recorded>();
        var second = new ArrayList<Recorded>();
        var loud = House.inMemory(opening -> opening.heardBy(first::add).heardBy(second::add));
        loud.customerWith(5);

        loud.makegood.relay().deliver("one", 10);

        assertThat(first).hasSize(1).isEqualTo(second);
    }
}
