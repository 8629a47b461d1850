package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Repeats.Answered;
import dev.makegood.access.Repeats.Begun;
import dev.makegood.access.Repeats.Mismatched;
import dev.makegood.access.Repeats.Running;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final String ROUTE = "POST /v1/projects";
    private static final Request.Answer CREATED = new Request.Answer(201, "{}");

    private final House house = House.inMemory();
    private final Repeats repeats = house.makegood.repeats();
    private final CustomerId ada = house.samples.customer();
    private final SecretHash body = SecretHash.of("body");
    private final UUID first = house.samples.id();

    private Repeats.Beginning begun() {
        return repeats.begin(ada, ROUTE, "key", body, first);
    }

    private Repeats.Beginning begunAgain() {
        return repeats.begin(ada, ROUTE, "key", body, house.samples.id());
    }

    @Test
    void the_first_of_its_kind_makes_what_it_wants() {
        assertThat(begun()).isEqualTo(new Begun(first));
    }

    @Test
    void a_request_that_was_answered_is_answered_the_same() {
        begun();
        repeats.answered(ada, ROUTE, "key", CREATED);

        assertThat(begunAgain()).isEqualTo(new Answered(CREATED));
        house.clock.pass(Duration.ofDays(29));
        assertThat(begunAgain()).isEqualTo(new Answered(CREATED));
    }

    @Test
    void a_request_that_runs_is_asked_to_wait_a_minute_at_most() {
        begun();
        house.clock.pass(Duration.ofSeconds(20));

        assertThat(begunAgain()).isEqualTo(new Running(Duration.ofSeconds(40)));
    }

    @Test
    void a_request_whose_runner_is_gone_makes_the_same_thing() {
        begun();
        house.clock.pass(Duration.ofSeconds(60));

        assertThat(begunAgain()).isEqualTo(new Begun(first));
        assertThat(begunAgain()).as("and runs again").isInstanceOf(Running.class);
    }

    @Test
    void a_key_is_not_used_for_another_request() {
        begun();

        assertThat(repeats.begin(ada, ROUTE, "key", SecretHash.of("another"), first))
                .isEqualTo(new Mismatched());
        assertThat(repeats.begin(ada, "POST /v1/other", "key", SecretHash.of("another"), first))
                .isInstanceOf(Begun.class);
        assertThat(repeats.begin(house.samples.customer(), ROUTE, "key", SecretHash.of("x"), first))
                .isInstanceOf(Begun.class);
    }

    @Test
    void a_request_that_was_refused_leaves_its_key_free() {
        begun();
        repeats.refused(ada, ROUTE, "key");

        assertThat(repeats.begin(ada, ROUTE, "key", SecretHash.of("another"), first))
                .isEqualTo(new Begun(first));
    }

    @Test
    void a_key_is_forgotten_after_thirty_days() {
        begun();
        repeats.answered(ada, ROUTE, "key", CREATED);
        house.clock.pass(Duration.ofDays(30).plusNanos(1_000));

        assertThat(begunAgain()).isInstanceOf(Begun.class);
    }

    @Test
    void of_many_at_once_one_begins() {
        var beginnings = Crowd.of(8, who -> begun());

        assertThat(beginnings).filteredOn(Begun.class::isInstance).hasSize(1);
        assertThat(beginnings).filteredOn(Running.class::isInstance).hasSize(7);
    }
}
