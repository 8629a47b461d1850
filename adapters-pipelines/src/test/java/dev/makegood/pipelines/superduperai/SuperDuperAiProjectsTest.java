package dev.makegood.pipelines.superduperai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.MakegoodBuilder;
import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.UnitGuardedPipeline;
import dev.makegood.project.Order;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job over real HTTP: a film costs 40 credits, and no credits are lost. */
class SuperDuperAiProjectsTest {

    private static final String TOKEN = "a-token-that-may-not-be-seen";

    private FakeSuperDuperAi fake;
    private final MakegoodFixture fixture = MakegoodFixture.inMemory(this::workedBySuperDuperAi);

    private MakegoodBuilder workedBySuperDuperAi(MakegoodBuilder builder) {
        fake = new FakeSuperDuperAi(builder.clock(), TOKEN).pacing(Duration.ofMinutes(1));
        var superDuperAiSettings =
                SuperDuperAiPipeline.SuperDuperAiSettings.of(fake.baseUrl(), TOKEN);
        var store = (InMemoryStore) builder.storage();
        var pipeline = new UnitGuardedPipeline(
                new SuperDuperAiPipeline(superDuperAiSettings, builder.clock()), store::isInUnit);
        return builder.withPipelines(PipelineRegistry.only(
                new PipelineRegistration("superduperai", pipeline, MakegoodFixture.DEADLINE,
                        MakegoodFixture.HARD_LIMIT)));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "BAD_GATEWAY", "GARBAGE", "CUT_SHORT", "NO_ID"})
    void a_film_whose_response_was_lost_is_made_once_and_paid_once(PipelineFault fault) {
        var ada = fixture.customerWith(100);
        fake.failNext(fault);
        var film = ordered(ada, "A cat learns to sail");
        lives(Duration.ofMinutes(30));

        assertThat(fake.projects()).hasSize(1);
        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Completed.class);
        assertThat(fixture.available(ada)).isEqualTo(60);
        assertThat(fixture.held(ada)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "SERVER_ERROR", "UNAVAILABLE", "TOO_MANY"})
    void a_film_that_never_arrived_is_sent_again_by_itself(PipelineFault fault) {
        var ada = fixture.customerWith(100);
        fake.failNext(fault);
        var film = ordered(ada, "A cat learns to sail");
        lives(Duration.ofMinutes(60));

        assertThat(fake.projects()).hasSize(1);
        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Completed.class);
        assertThat(fixture.available(ada)).isEqualTo(60);
    }

    @Test
    void a_flow_that_failed_and_never_reported_it_releases_the_credits() {
        var ada = fixture.customerWith(100);
        var film = ordered(ada, "A cat learns to sail #fail");
        lives(Duration.ofMinutes(30));

        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void a_film_that_hangs_ends_at_the_limit_of_the_operator() {
        var ada = fixture.customerWith(100);
        var film = ordered(ada, "A cat learns to sail #hang");
        lives(MakegoodFixture.HARD_LIMIT.minusMinutes(5));
        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Processing.class);
        assertThat(fixture.held(ada)).isEqualTo(40);

        lives(Duration.ofHours(2));
        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    @Test
    void a_film_that_is_refused_releases_the_credits_at_once() {
        var ada = fixture.customerWith(100);
        fake.rotateToken("another");
        var film = ordered(ada, "A cat learns to sail");

        assertThat(fixture.stateOf(film)).isInstanceOf(Project.Failed.class);
        assertThat(fixture.available(ada)).isEqualTo(100);
    }

    private ProjectId ordered(CustomerId customer, String prompt) {
        var id = fixture.samples.project();
        var order = new Order(MakegoodFixture.VIDEO, prompt, Map.of("aspectRatio", "16:9"), "{}");
        assertThat(fixture.makegood.projects().submit(id, customer, order))
                .isInstanceOf(Submission.Queued.class);
        fixture.runDueTasks();
        return id;
    }

    private void lives(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed =
                passed.plusMinutes(1)) {
            fake.tick();
            fixture.advanceAndRun(Duration.ofMinutes(1));
        }
    }
}
