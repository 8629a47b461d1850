package dev.makegood.pipelines.superduperai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Orders;
import dev.makegood.pipelines.Patience;
import dev.makegood.pricing.Operation;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline.Look;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.Start;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.Pipeline.Unsupported;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
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

class SuperDuperAiTest {

    private static final String TOKEN = "canary-0123456789-abcdefghijklmnop";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake = new FakeSuperDuperAi(clock, TOKEN);
    private final SuperDuperAi pipeline = at(fake.address(), TOKEN);
    private final RunOrder order =
            Orders.film(1, "A cat learns to sail #hang", clock.instant(), "hd");

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({"4k,full_hd", "hd,hd", "standard,sd"})
    void a_quality_is_asked_for_in_their_words(String ours, String theirs) {
        var run = start(Orders.film(2, "A cat learns to sail", clock.instant(), ours));

        assertThat(run).isInstanceOf(Started.class);
        assertThat(made().at("/config/quality").asString()).isEqualTo(theirs);
        assertThat(made().at("/config/aspect_ratio").asString()).isEqualTo("9:16");
        assertThat(made().path("template_name").asString()).isEqualTo("story");
    }

    @Test
    void a_seed_that_was_asked_for_goes_into_the_mark() {
        var operation = Operation.of("story-editor", "project-video");
        var one = new Order(operation, "A cat", Map.of("seed", "1"), "{}");
        var two = new Order(operation, "A cat", Map.of("seed", "2"), "{}");

        assertThat(Mark.of(Orders.film(1, one, clock.instant())))
                .isNotEqualTo(Mark.of(Orders.film(1, two, clock.instant())))
                .isEqualTo(Mark.of(Orders.film(1, one, clock.instant().plusSeconds(9))));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "ANSWER_TOO_LATE", "BAD_GATEWAY", "GARBAGE", "CUT_SHORT",
            "FLOOD", "NO_ID"})
    void a_project_made_behind_a_lost_answer_is_found_by_its_mark(Fault fault) {
        fake.next(fault);

        assertThat(start(order)).isInstanceOf(Unknown.class);
        assertThat(start(Orders.again(order))).isEqualTo(new Started(idOfMade()));
        assertThat(fake.projects()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE", "SERVER_ERROR", "UNAVAILABLE", "REDIRECT"})
    void a_project_that_may_have_been_made_is_sent_again_only_after_five_minutes(Fault fault) {
        fake.next(fault);
        assertThat(start(order)).isInstanceOf(Unknown.class);

        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(start(Orders.again(order))).isInstanceOf(Unknown.class);

        clock.pass(Duration.ofMillis(1));
        assertThat(start(Orders.again(order))).isInstanceOf(NotStarted.class);
        assertThat(fake.projects()).isEmpty();
        assertThat(start(Orders.anew(order, clock.instant()))).isInstanceOf(Started.class);
    }

    @Test
    void a_list_that_lags_behind_is_not_believed_too_early() {
        fake.listLagsBehind(Duration.ofMinutes(3));
        fake.next(Fault.LOSE_ANSWER);
        assertThat(start(order)).isInstanceOf(Unknown.class);

        clock.pass(Duration.ofMinutes(2));
        assertThat(start(Orders.again(order))).isInstanceOf(Unknown.class);
        clock.pass(Duration.ofMinutes(2));
        assertThat(start(Orders.again(order))).isEqualTo(new Started(idOfMade()));
    }

    @Test
    void a_project_is_found_behind_many_younger_ones() {
        fake.next(Fault.LOSE_ANSWER);
        assertThat(start(order)).isInstanceOf(Unknown.class);
        var ours = idOfMade();
        for (int other = 10; other < 130; other++) {
            clock.pass(Duration.ofSeconds(1));
            var prompt = order.order().prompt();
            assertThat(start(Orders.film(other, prompt, clock.instant())))
                    .isInstanceOf(Started.class);
        }

        assertThat(start(Orders.again(order))).isEqualTo(new Started(ours));
    }

    @Test
    void a_project_of_somebody_else_with_the_same_prompt_is_not_ours() {
        assertThat(start(Orders.film(2, order.order().prompt(), clock.instant())))
                .isInstanceOf(Started.class);

        assertThat(start(Orders.again(order))).isInstanceOf(Unknown.class);
    }

    @Test
    void a_list_that_cannot_be_read_proves_nothing() {
        clock.pass(Duration.ofHours(1));
        fake.next(Fault.GARBAGE);

        assertThat(start(Orders.again(order))).isInstanceOf(Unknown.class);
    }

    @Test
    void too_many_requests_are_tried_again_soon() {
        fake.next(Fault.TOO_MANY);

        assertThat(start(order)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_service_nobody_can_connect_to_has_made_nothing() {
        var nobody = at(URI.create("http://127.0.0.1:1"), TOKEN);

        assertThat(nobody.start(order)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_refusal_names_its_reason_and_not_our_token() {
        var prompt = "A cat learns to sail";
        var stranger = at(fake.address(), "another-canary-0123456789");

        assertThat(stranger.start(Orders.film(1, prompt, clock.instant())))
                .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.why())
                        .contains("Invalid token")
                        .doesNotContain("canary"));
        assertThat(SuperDuperAi.Settings.of(fake.address(), TOKEN).toString())
                .doesNotContain("canary");
    }

    @Test
    void a_token_that_was_rotated_in_the_middle_ends_nothing() {
        var id = started();
        fake.rotateTokenTo("something-else");

        assertThat(look(id)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_film_runs_flow_by_flow_until_its_storyboard_is_ready() {
        var film = Orders.film(3, "A cat learns to sail", clock.instant());
        assertThat(start(film)).isInstanceOf(Started.class);
        for (int flow = 0; flow < 3; flow++) {
            fake.tick();
            assertThat(look(idOfMade())).isInstanceOf(StillRunning.class);
            clock.pass(Duration.ofSeconds(30));
        }
        fake.tick();

        assertThat(look(idOfMade())).isInstanceOfSatisfying(Seen.class,
                seen -> assertThat(seen.report()).isInstanceOf(Succeeded.class));
    }

    @Test
    void one_flow_that_failed_fails_the_film() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "error");

        assertThat(look(id)).isInstanceOfSatisfying(Seen.class,
                seen -> assertThat(seen.report()).isInstanceOfSatisfying(Broke.class, broke -> {
                    assertThat(broke.why().reason()).isEqualTo(FailureReason.PIPELINE_ERROR);
                    assertThat(broke.why().message()).contains("script2entities");
                }));
    }

    @Test
    void a_flow_that_was_run_again_counts_by_its_newest_task() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "error");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "in_progress");
        assertThat(look(id)).isInstanceOf(StillRunning.class);

        fake.addTask(id.value(), "script2entities-flow", "completed");
        assertThat(look(id)).isInstanceOf(Seen.class);
    }

    @Test
    void types_and_statuses_nobody_knows_say_nothing_about_the_end() {
        var id = started();
        fake.addTask(id.value(), "txt2hologram-flow", "error");
        fake.addTask(id.value(), "txt2script-flow", "melted");
        assertThat(look(id)).isInstanceOf(StillRunning.class);

        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        assertThat(look(id)).isInstanceOf(StillRunning.class);
    }

    @Test
    void a_task_that_disappeared_is_not_an_end() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.loseTasks(id.value(), "script2entities-flow");

        assertThat(look(id)).isInstanceOf(StillRunning.class);
    }

    @Test
    void a_film_whose_video_failed_still_has_its_storyboard() {
        var id = started();
        fake.addTask(id.value(), "txt2script-flow", "completed");
        fake.addTask(id.value(), "script2entities-flow", "completed");
        fake.addTask(id.value(), "script2storyboard-flow", "completed");
        fake.addTask(id.value(), "storyboard2video-flow", "error");

        assertThat(look(id)).isInstanceOfSatisfying(Seen.class,
                seen -> assertThat(seen.report()).isInstanceOf(Succeeded.class));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "LOSE_ANSWER", "CUT_BEFORE"})
    void a_look_that_went_wrong_is_unknown(Fault fault) {
        var id = started();
        fake.next(fault);

        assertThat(look(id)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_film_cannot_be_cancelled() {
        assertThat(pipeline.cancel(Orders.run(order, started()))).isInstanceOf(Unsupported.class);
    }

    @Test
    void a_prompt_with_half_a_character_is_sent_and_found() {
        var broken = Orders.film(5, "A cat \uD83D learns \u0000 to sail", clock.instant());
        fake.next(Fault.LOSE_ANSWER);

        assertThat(start(broken)).isInstanceOf(Unknown.class);
        assertThat(start(Orders.again(broken))).isInstanceOf(Started.class);
    }

    private SuperDuperAi at(URI address, String token) {
        return new SuperDuperAi(new SuperDuperAi.Settings(address, Credential.bearer(token),
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1)), Duration.ofMinutes(5)),
                clock);
    }

    private Start start(RunOrder sent) {
        return pipeline.start(sent);
    }

    private RunId started() {
        assertThat(start(order)).isInstanceOf(Started.class);
        return idOfMade();
    }

    private Look look(RunId id) {
        return pipeline.look(Orders.run(order, id));
    }

    private JsonNode made() {
        return fake.projects().getFirst();
    }

    private RunId idOfMade() {
        return new RunId(made().path("id").asString());
    }
}
