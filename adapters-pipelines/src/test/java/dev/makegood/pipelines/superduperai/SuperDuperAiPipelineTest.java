package dev.makegood.pipelines.superduperai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.RunRequests;
import dev.makegood.pricing.Operation;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.RunPollResult;
import dev.makegood.project.Pipeline.StartResult;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Pipeline.Unsupported;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import dev.makegood.testing.TickingClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SuperDuperAiPipelineTest {

    private static final String TOKEN = "canary-0123456789-abcdefghijklmnop";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake = new FakeSuperDuperAi(clock, TOKEN);
    private final SuperDuperAiPipeline pipeline = at(fake.baseUrl(), TOKEN);
    private final RunRequest request =
            RunRequests.film(1, "A cat learns to sail #hang", clock.instant(), "hd");

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({"4k,full_hd", "hd,hd", "standard,sd"})
    void a_quality_is_requested_in_their_words(String ours, String theirs) {
        var run = start(RunRequests.film(2, "A cat learns to sail", clock.instant(), ours));

        assertThat(run).isInstanceOf(Started.class);
        assertThat(made().at("/config/quality").asString()).isEqualTo(theirs);
        assertThat(made().at("/config/aspect_ratio").asString()).isEqualTo("9:16");
        assertThat(made().path("template_name").asString()).isEqualTo("story");
    }

    @Test
    void a_seed_of_the_customers_goes_into_ours() {
        var operation = Operation.of("story-editor", "project-video");
        var one = new Order(operation, "A cat", Map.of("seed", "1"), "{}");
        var two = new Order(operation, "A cat", Map.of("seed", "2"), "{}");

        assertThat(SuperDuperAiSeed.of(RunRequests.film(1, one, clock.instant())))
                .isNotEqualTo(SuperDuperAiSeed.of(RunRequests.film(1, two, clock.instant())))
                .isEqualTo(SuperDuperAiSeed
                        .of(RunRequests.film(1, one, clock.instant().plusSeconds(9))));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "ANSWER_TOO_LATE", "BAD_GATEWAY", "GARBAGE", "CUT_SHORT",
            "FLOOD", "NO_ID"})
    void a_project_whose_response_was_lost_is_found_by_its_seed(PipelineFault fault) {
        fake.failNext(fault);

        assertThat(start(request)).isInstanceOf(Unknown.class);
        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(idOfMade()));
        assertThat(fake.projects()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "SERVER_ERROR", "UNAVAILABLE", "REDIRECT"})
    void a_project_that_may_have_been_made_is_sent_again_only_after_five_minutes(
            PipelineFault fault) {
        fake.failNext(fault);
        assertThat(start(request)).isInstanceOf(Unknown.class);

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Unknown.class);

        clock.advance(Duration.ofMillis(1));
        assertThat(start(RunRequests.repeated(request))).isInstanceOf(NotStarted.class);
        assertThat(fake.projects()).isEmpty();
        assertThat(start(RunRequests.resentAt(request, clock.instant())))
                .isInstanceOf(Started.class);
    }

    @Test
    void a_list_that_lags_behind_is_not_trusted_too_early() {
        fake.delayList(Duration.ofMinutes(3));
        fake.failNext(PipelineFault.LOSE_ANSWER);
        assertThat(start(request)).isInstanceOf(Unknown.class);

        clock.advance(Duration.ofMinutes(2));
        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Unknown.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(idOfMade()));
    }

    @Test
    void a_project_is_found_behind_many_younger_ones() {
        fake.failNext(PipelineFault.LOSE_ANSWER);
        assertThat(start(request)).isInstanceOf(Unknown.class);
        var ours = idOfMade();
        for (int other = 10; other < 130; other++) {
            clock.advance(Duration.ofSeconds(1));
            var prompt = request.prompt();
            assertThat(start(RunRequests.film(other, prompt, clock.instant())))
                    .isInstanceOf(Started.class);
        }

        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(ours));
    }

    @Test
    void a_project_of_another_user_with_the_same_prompt_is_not_ours() {
        assertThat(start(RunRequests.film(2, request.prompt(), clock.instant())))
                .isInstanceOf(Started.class);

        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Unknown.class);
    }

    @Test
    void a_list_that_cannot_be_read_proves_nothing() {
        clock.advance(Duration.ofHours(1));
        fake.failNext(PipelineFault.GARBAGE);

        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Unknown.class);
    }

    @Test
    void too_many_requests_are_tried_again_soon() {
        fake.failNext(PipelineFault.TOO_MANY);

        assertThat(start(request)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_service_without_a_connection_has_made_nothing() {
        var unreachable = at(URI.create("http://127.0.0.1:1"), TOKEN);

        assertThat(unreachable.start(request)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_refusal_names_its_reason_and_not_our_token() {
        var prompt = "A cat learns to sail";
        var unauthenticated = at(fake.baseUrl(), "another-canary-0123456789");

        assertThat(unauthenticated.start(RunRequests.film(1, prompt, clock.instant())))
                .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.why())
                        .contains("Invalid token")
                        .doesNotContain("canary"));
        assertThat(SuperDuperAiPipeline.SuperDuperAiSettings.of(fake.baseUrl(), TOKEN).toString())
                .doesNotContain("canary");
    }

    @Test
    void a_token_that_was_rotated_in_the_middle_ends_nothing() {
        var id = started();
        fake.rotateToken("something-else");

        assertThat(poll(id)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_film_runs_flow_by_flow_until_its_storyboard_is_ready() {
        var film = RunRequests.film(3, "A cat learns to sail", clock.instant());
        assertThat(start(film)).isInstanceOf(Started.class);
        for (int flow = 0; flow < 3; flow++) {
            fake.tick();
            assertThat(poll(idOfMade())).isInstanceOf(StillRunning.class);
            clock.advance(Duration.ofSeconds(30));
        }
        fake.tick();

        assertThat(poll(idOfMade())).isInstanceOfSatisfying(RunEnded.class,
                ended -> assertThat(ended.report()).isInstanceOf(RunSucceeded.class));
    }

    @Test
    void one_flow_that_failed_fails_the_film() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "error");

        assertThat(poll(id)).isInstanceOfSatisfying(RunEnded.class,
                ended -> assertThat(ended.report()).isInstanceOfSatisfying(RunFailed.class,
                        failed -> {
                            assertThat(failed.failure().reason())
                                    .isEqualTo(FailureReason.PIPELINE_ERROR);
                            assertThat(failed.failure().message()).contains("script2entities");
                        }));
    }

    @Test
    void a_flow_that_was_run_again_counts_by_its_newest_task() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "error");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "in_progress");
        assertThat(poll(id)).isInstanceOf(StillRunning.class);

        fake.addTask(id.value(), "script2entities-flow", "completed");
        assertThat(poll(id)).isInstanceOf(RunEnded.class);
    }

    @Test
    void unknown_types_and_statuses_say_nothing_about_the_end() {
        var id = started();
        fake.addTask(id.value(), "txt2hologram-flow", "error");
        fake.addTask(id.value(), "txt2script-flow", "melted");
        assertThat(poll(id)).isInstanceOf(StillRunning.class);

        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        assertThat(poll(id)).isInstanceOf(StillRunning.class);
    }

    @Test
    void a_task_that_disappeared_is_not_an_end() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.loseTasks(id.value(), "script2entities-flow");

        assertThat(poll(id)).isInstanceOf(StillRunning.class);
    }

    @Test
    void a_film_whose_video_failed_still_has_its_storyboard() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.addTask(id.value(), "storyboard2video-flow", "error");

        assertThat(poll(id)).isInstanceOfSatisfying(RunEnded.class,
                ended -> assertThat(ended.report()).isInstanceOf(RunSucceeded.class));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "LOSE_ANSWER", "CUT_BEFORE"})
    void a_poll_that_failed_is_unknown(PipelineFault fault) {
        var id = started();
        fake.failNext(fault);

        assertThat(poll(id)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_film_cannot_be_cancelled() {
        assertThat(pipeline.cancel(RunRequests.run(request, started())))
                .isInstanceOf(Unsupported.class);
    }

    @Test
    void a_prompt_with_half_a_character_is_sent_and_found() {
        var broken = RunRequests.film(5, "A cat \uD83D learns \u0000 to sail", clock.instant());
        fake.failNext(PipelineFault.LOSE_ANSWER);

        assertThat(start(broken)).isInstanceOf(Unknown.class);
        assertThat(start(RunRequests.repeated(broken))).isInstanceOf(Started.class);
    }

    private SuperDuperAiPipeline at(URI address, String token) {
        return new SuperDuperAiPipeline(
                new SuperDuperAiPipeline.SuperDuperAiSettings(address, Credential.bearer(token),
                        new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1)),
                        Duration.ofMinutes(5)),
                clock);
    }

    private StartResult start(RunRequest sent) {
        return pipeline.start(sent);
    }

    private RunId started() {
        assertThat(start(request)).isInstanceOf(Started.class);
        return idOfMade();
    }

    private RunPollResult poll(RunId id) {
        return pipeline.poll(RunRequests.run(request, id));
    }

    private JsonNode made() {
        return fake.projects().getFirst();
    }

    private RunId idOfMade() {
        return new RunId(made().path("id").asString());
    }
}
