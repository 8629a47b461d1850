package dev.makegood.pipelines.superduperai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Opening;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Outside;
import dev.makegood.project.Order;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import dev.makegood.testing.House;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job over real HTTP: a film costs 40 credits, and nobody loses anything. */
class FilmsTest {

    private static final String TOKEN = "a-token-that-nobody-may-see";

    private FakeSuperDuperAi fake;
    private final House house = House.inMemory(this::workedBySuperDuperAi);

    private Opening workedBySuperDuperAi(Opening opening) {
        fake = new FakeSuperDuperAi(opening.clock(), TOKEN).pacing(Duration.ofMinutes(1));
        var settings = SuperDuperAi.Settings.of(fake.address(), TOKEN);
        var store = (InMemoryStore) opening.storage();
        var pipeline = new Outside(new SuperDuperAi(settings, opening.clock()), store::isInUnit);
        return opening.workedIn(Workshops.only(
                new Workshop("superduperai", pipeline, House.DEADLINE, House.HARD_LIMIT)));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "BAD_GATEWAY", "GARBAGE", "CUT_SHORT", "NO_ID"})
    void a_film_whose_answer_was_lost_is_made_once_and_paid_once(Fault fault) {
        var ada = house.customerWith(100);
        fake.next(fault);
        var film = ordered(ada, "A cat learns to sail");
        lives(Duration.ofMinutes(30));

        assertThat(fake.projects()).hasSize(1);
        assertThat(house.stateOf(film)).isInstanceOf(Project.Completed.class);
        assertThat(house.available(ada)).isEqualTo(60);
        assertThat(house.held(ada)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "SERVER_ERROR", "UNAVAILABLE", "TOO_MANY"})
    void a_film_that_never_arrived_is_sent_again_by_itself(Fault fault) {
        var ada = house.customerWith(100);
        fake.next(fault);
        var film = ordered(ada, "A cat learns to sail");
        lives(Duration.ofMinutes(60));

        assertThat(fake.projects()).hasSize(1);
        assertThat(house.stateOf(film)).isInstanceOf(Project.Completed.class);
        assertThat(house.available(ada)).isEqualTo(60);
    }

    @Test
    void a_flow_that_failed_and_never_said_so_gives_the_credits_back() {
        var ada = house.customerWith(100);
        var film = ordered(ada, "A cat learns to sail #fail");
        lives(Duration.ofMinutes(30));

        assertThat(house.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(house.available(ada)).isEqualTo(100);
    }

    @Test
    void a_film_that_hangs_ends_at_the_limit_of_the_operator() {
        var ada = house.customerWith(100);
        var film = ordered(ada, "A cat learns to sail #hang");
        lives(House.HARD_LIMIT.minusMinutes(5));
        assertThat(house.stateOf(film)).isInstanceOf(Project.Processing.class);
        assertThat(house.held(ada)).isEqualTo(40);

        lives(Duration.ofHours(2));
        assertThat(house.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(house.available(ada)).isEqualTo(100);
    }

    @Test
    void a_film_that_is_refused_gives_the_credits_back_at_once() {
        var ada = house.customerWith(100);
        fake.rotateTokenTo("another");
        var film = ordered(ada, "A cat learns to sail");

        assertThat(house.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(house.available(ada)).isEqualTo(100);
    }

    private ProjectId ordered(CustomerId customer, String prompt) {
        var id = house.samples.project();
        var order = new Order(House.VIDEO, prompt, Map.of("aspectRatio", "16:9"), "{}");
        assertThat(house.makegood.projects().submit(id, customer, order))
                .isInstanceOf(Submission.Queued.class);
        house.runDueTasks();
        return id;
    }

    private void lives(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed =
                passed.plusMinutes(1)) {
            fake.tick();
            house.waits(Duration.ofMinutes(1));
        }
    }
}
