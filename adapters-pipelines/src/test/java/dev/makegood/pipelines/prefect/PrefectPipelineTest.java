package dev.makegood.pipelines.prefect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.HttpTimeouts;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.RunRequests;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.CancelResult;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.RunCancelled;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.RunPollResult;
import dev.makegood.project.Pipeline.StartResult;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefectPipelineTest {

    private static final List<String> PARAMETERS =
            List.of("prompt", "project_id", "quality", "aspectRatio");
    private static final String CANARY = "canary-pnu_0123456789";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakePrefect fake = new FakePrefect(clock);
    private final String deployment = fake.deploy("film", "prod", FakePrefectSignature
            .requiring("prompt", "project_id")
            .accepting("quality", "aspectRatio"));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void the_flow_gets_what_was_ordered() {
        assertThat(start(order("A cat learns to sail"))).isInstanceOf(Started.class);

        var parameters = fake.runs().getFirst().path("parameters");
        assertThat(parameters.path("project_id").asString()).isEqualTo(order("").id().toString());
        assertThat(parameters.path("prompt").asString()).isEqualTo("A cat learns to sail");
        assertThat(parameters.path("quality").asString()).isEqualTo("hd");
        assertThat(parameters.path("aspectRatio").asString()).isEqualTo("9:16");
    }

    @Test
    void both_ways_of_being_let_in_are_known() {
        fake.requireBasic("ada:" + CANARY);
        assertThat(with(Credential.basic("ada:" + CANARY)).start(order("A cat")))
                .isInstanceOf(Started.class);

        fake.requireBearer(CANARY);
        assertThat(with(Credential.bearer(CANARY)).start(order("A cat")))
                .isInstanceOf(Started.class);
        assertThat(fake.runs()).hasSize(1);
    }

    @Test
    void a_wrong_credential_is_refused_and_never_shown() {
        fake.requireBearer("another");
        var credential = Credential.bearer(CANARY);

        assertThat(with(credential).start(order("A cat"))).isInstanceOfSatisfying(Rejected.class,
                no -> assertThat(no.why()).contains("Unauthorized").doesNotContain(CANARY));
        assertThat(credential.toString() + settings(credential)).doesNotContain(CANARY);
        assertThat(credential.redact("you sent " + CANARY)).isEqualTo("you sent ***");
    }

    @Test
    void a_credential_that_would_break_a_header_is_refused_without_being_shown() {
        assertThatThrownBy(() -> Credential.bearer(CANARY + "\r\nX-Evil: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "ANSWER_TOO_LATE", "BAD_GATEWAY", "GARBAGE", "CUT_SHORT",
            "FLOOD", "NO_ID", "CUT_BEFORE", "SERVER_ERROR", "UNAVAILABLE", "REDIRECT"})
    void a_start_of_unknown_outcome_is_sent_again_with_the_same_key(PipelineFault fault) {
        var request = order("A cat learns to sail");
        fake.failNext(fault);

        assertThat(start(request)).isInstanceOf(Unknown.class);
        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(onlyRun()));
        assertThat(fake.runs()).hasSize(1);
    }

    @Test
    void a_key_is_never_forgotten() {
        var request = order("A cat learns to sail");
        assertThat(start(request)).isInstanceOf(Started.class);
        fake.forceState(onlyRun().value(), "COMPLETED", "Completed");
        clock.advance(Duration.ofDays(400));

        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(onlyRun()));
    }

    @Test
    void a_start_that_is_refused_now_may_have_been_accepted_before() {
        var request = order("A cat learns to sail");
        fake.failNext(PipelineFault.LOSE_ANSWER);
        assertThat(start(request)).isInstanceOf(Unknown.class);

        fake.failNext(PipelineFault.UNAUTHORIZED);
        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(onlyRun()));
        fake.failNext(PipelineFault.TOO_MANY);
        assertThat(start(RunRequests.repeated(request))).isEqualTo(new Started(onlyRun()));
    }

    @Test
    void a_refusal_of_a_repeated_start_counts_when_nothing_is_in_flight_any_more() {
        var request = order("A cat learns to sail");
        fake.failNext(PipelineFault.CUT_BEFORE);
        assertThat(start(request)).isInstanceOf(Unknown.class);

        fake.failNext(PipelineFault.UNAUTHORIZED);
        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Unknown.class);
        clock.advance(Duration.ofMinutes(5));
        fake.failNext(PipelineFault.UNAUTHORIZED);
        assertThat(start(RunRequests.repeated(request))).isInstanceOf(Rejected.class);
    }

    @Test
    void each_shape_of_a_refusal_is_read() {
        var missing = new PrefectPipeline(
                PrefectPipeline.PrefectSettings.of(fake.baseUrl(), Credential.NONE,
                        "00000000-0000-4000-8000-000000000000"),
                clock);
        assertThat(missing.start(order("A cat"))).isEqualTo(
                new Rejected("Prefect refused the run: Deployment not found"));

        var strict = fake.deploy("film", "strict", "prompt", "voice");
        assertThat(at(strict).start(order("A cat"))).isInstanceOfSatisfying(Rejected.class,
                no -> assertThat(no.why()).contains("'voice' is a required property"));
    }

    @Test
    void too_many_requests_are_tried_again_soon() {
        fake.failNext(PipelineFault.TOO_MANY);

        assertThat(start(order("A cat"))).isInstanceOf(NotStarted.class);
    }

    @ParameterizedTest
    @CsvSource({"#succeed,35,COMPLETED", "#late,50,COMPLETED", "#retry,45,COMPLETED",
            "#fail,35,FAILED", "#crash,35,CRASHED", "#crash_at_start,35,CRASHED",
            "#timeout,45,FAILED"})
    void a_run_is_polled_until_it_ends(String play, int seconds, String end) {
        assertThat(start(order("A cat " + play))).isInstanceOf(Started.class);
        for (int passed = 0; passed < seconds; passed += 5) {
            var terminal = FakePrefectStates
                    .isTerminal(fake.runs().getFirst().path("state_type").asString());
            assertThat(poll()).isInstanceOf(terminal ? RunEnded.class : StillRunning.class);
            clock.advance(Duration.ofSeconds(5));
            fake.tick();
        }

        assertThat(poll()).isInstanceOfSatisfying(RunEnded.class,
                ended -> assertThat(ended.report()).isInstanceOf(
                        end.equals("COMPLETED") ? RunSucceeded.class : RunFailed.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#hang", "#never", "#pause"})
    void a_run_that_never_ends_is_still_running(String play) {
        assertThat(start(order("A cat " + play))).isInstanceOf(Started.class);
        clock.advance(Duration.ofDays(1));
        fake.tick();

        assertThat(poll()).isInstanceOf(StillRunning.class);
    }

    @Test
    void an_end_may_be_undone_by_an_operator_and_is_reported_as_it_stands() {
        assertThat(start(order("A cat #rerun"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(20));
        assertThat(poll()).isInstanceOf(RunEnded.class);
        passes(Duration.ofSeconds(30));

        assertThat(poll()).isInstanceOf(StillRunning.class);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,Failed,RunEnded", "RUNNING,Completed,StillRunning",
            "SCHEDULED,AwaitingSomethingNew,StillRunning", "MELTING,Completed,Unknown",
            "'',x,Unknown"})
    void only_the_type_of_a_state_decides(String type, String name, String expected) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.forceState(onlyRun().value(), type, name);

        assertThat(poll().getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void a_run_without_a_state_is_unknown() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.loseState(onlyRun().value());

        assertThat(poll()).isInstanceOf(Unknown.class);
        assertThat(cancel()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "LOSE_ANSWER", "CUT_BEFORE"})
    void a_poll_that_failed_is_unknown(PipelineFault fault) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.failNext(fault);

        assertThat(poll()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_run_in_the_middle_is_cancelled_when_it_has_stopped_and_not_before() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));

        assertThat(cancel()).isInstanceOf(Unknown.class);
        assertThat(poll()).isInstanceOf(StillRunning.class);
        passes(Duration.ofSeconds(30));

        assertThat(cancel()).isInstanceOf(RunCancelled.class);
        assertThat(poll()).isInstanceOfSatisfying(RunEnded.class,
                ended -> assertThat(ended.report()).isInstanceOfSatisfying(RunFailed.class,
                        failed -> assertThat(failed.failure().reason())
                                .isEqualTo(FailureReason.CANCELLED)));
    }

    @Test
    void a_run_that_has_not_begun_is_cancelled_at_once() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);

        assertThat(cancel()).isInstanceOf(RunCancelled.class);
    }

    @Test
    void a_run_that_ignores_its_cancellation_is_not_cancelled() {
        assertThat(start(order("A cat #ignore_cancel"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));
        assertThat(cancel()).isInstanceOf(Unknown.class);
        passes(Duration.ofMinutes(10));

        assertThat(cancel()).isInstanceOf(TooLate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "FAILED", "CRASHED"})
    void a_cancellation_that_is_refused_with_200_is_no_cancellation(String end) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.forceState(onlyRun().value(), end, end);

        assertThat(cancel()).isInstanceOf(TooLate.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "NO_ID", "WRONG_ID"})
    void a_cancellation_that_went_wrong_is_unknown(PipelineFault fault) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));
        fake.failNext(fault);

        assertThat(cancel()).isInstanceOf(Unknown.class);
    }

    private void passes(Duration time) {
        for (var step = Duration.ZERO; step.compareTo(time) < 0; step = step.plusSeconds(5)) {
            clock.advance(Duration.ofSeconds(5));
            fake.tick();
        }
    }

    private RunRequest order(String prompt) {
        return RunRequests.film(1, prompt, clock.instant(), "hd");
    }

    private StartResult start(RunRequest request) {
        return at(deployment).start(request);
    }

    private RunPollResult poll() {
        return at(deployment).poll(RunRequests.run(order(""), onlyRun()));
    }

    private CancelResult cancel() {
        return at(deployment).cancel(RunRequests.run(order(""), onlyRun()));
    }

    private RunId onlyRun() {
        return new RunId(fake.runs().getFirst().path("id").asString());
    }

    private PrefectPipeline at(String id) {
        return new PrefectPipeline(
                PrefectPipeline.PrefectSettings.of(fake.baseUrl(), Credential.NONE, id)
                        .withParameters(PARAMETERS)
                        .with(patience()),
                clock);
    }

    private PrefectPipeline with(Credential credential) {
        return new PrefectPipeline(settings(credential), clock);
    }

    private PrefectPipeline.PrefectSettings settings(Credential credential) {
        return PrefectPipeline.PrefectSettings.of(fake.baseUrl(), credential, deployment)
                .withParameters(PARAMETERS);
    }

    private static HttpTimeouts patience() {
        return new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
