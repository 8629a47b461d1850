package dev.makegood.pipelines.prefect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Fault;
import dev.makegood.pipelines.Orders;
import dev.makegood.pipelines.Patience;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.Cancellation;
import dev.makegood.project.Pipeline.Cancelled;
import dev.makegood.project.Pipeline.Look;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.Pipeline.Start;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.Pipeline.StillRunning;
import dev.makegood.project.Pipeline.TooLate;
import dev.makegood.project.Pipeline.Unknown;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport.Broke;
import dev.makegood.project.RunReport.Succeeded;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefectTest {

    private static final String CANARY = "canary-pnu_0123456789";

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakePrefect fake = new FakePrefect(clock);
    private final String deployment = fake.deploy("film", "prod", "prompt", "project_id");

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
        fake.lockedWithBasic("ada:" + CANARY);
        assertThat(with(Credential.basic("ada:" + CANARY)).start(order("A cat")))
                .isInstanceOf(Started.class);

        fake.lockedWithKey(CANARY);
        assertThat(with(Credential.bearer(CANARY)).start(order("A cat")))
                .isInstanceOf(Started.class);
        assertThat(fake.runs()).hasSize(1);
    }

    @Test
    void a_wrong_credential_is_refused_and_never_shown() {
        fake.lockedWithKey("another");
        var credential = Credential.bearer(CANARY);

        assertThat(with(credential).start(order("A cat"))).isInstanceOfSatisfying(Rejected.class,
                no -> assertThat(no.why()).contains("Unauthorized").doesNotContain(CANARY));
        assertThat(credential.toString() + settings(credential)).doesNotContain(CANARY);
        assertThat(credential.blot("you sent " + CANARY)).isEqualTo("you sent ***");
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
    void a_start_nobody_knows_the_outcome_of_is_sent_again_with_the_same_key(Fault fault) {
        var order = order("A cat learns to sail");
        fake.next(fault);

        assertThat(start(order)).isInstanceOf(Unknown.class);
        assertThat(start(Orders.again(order))).isEqualTo(new Started(onlyRun()));
        assertThat(fake.runs()).hasSize(1);
    }

    @Test
    void a_key_is_never_forgotten() {
        var order = order("A cat learns to sail");
        assertThat(start(order)).isInstanceOf(Started.class);
        fake.force(onlyRun().value(), "COMPLETED", "Completed");
        clock.pass(Duration.ofDays(400));

        assertThat(start(Orders.again(order))).isEqualTo(new Started(onlyRun()));
    }

    @Test
    void a_start_that_is_refused_now_may_have_been_accepted_before() {
        var order = order("A cat learns to sail");
        fake.next(Fault.LOSE_ANSWER);
        assertThat(start(order)).isInstanceOf(Unknown.class);

        fake.next(Fault.UNAUTHORIZED);
        assertThat(start(Orders.again(order))).isEqualTo(new Started(onlyRun()));
        fake.next(Fault.TOO_MANY);
        assertThat(start(Orders.again(order))).isEqualTo(new Started(onlyRun()));
    }

    @Test
    void a_refusal_of_a_repeated_start_is_believed_when_nothing_is_on_its_way_any_more() {
        var order = order("A cat learns to sail");
        fake.next(Fault.CUT_BEFORE);
        assertThat(start(order)).isInstanceOf(Unknown.class);

        fake.next(Fault.UNAUTHORIZED);
        assertThat(start(Orders.again(order))).isInstanceOf(Unknown.class);
        clock.pass(Duration.ofMinutes(5));
        fake.next(Fault.UNAUTHORIZED);
        assertThat(start(Orders.again(order))).isInstanceOf(Rejected.class);
    }

    @Test
    void each_shape_of_a_refusal_is_read() {
        var missing = new Prefect(new Prefect.Settings(fake.address(), Credential.NONE,
                "00000000-0000-4000-8000-000000000000", patience()), clock);
        assertThat(missing.start(order("A cat"))).isEqualTo(
                new Rejected("Prefect refused it: Deployment not found"));

        var strict = fake.deploy("film", "strict", "prompt", "voice");
        assertThat(at(strict).start(order("A cat"))).isInstanceOfSatisfying(Rejected.class,
                no -> assertThat(no.why()).contains("'voice' is a required property"));
    }

    @Test
    void too_many_requests_are_tried_again_soon() {
        fake.next(Fault.TOO_MANY);

        assertThat(start(order("A cat"))).isInstanceOf(NotStarted.class);
    }

    @ParameterizedTest
    @CsvSource({"#succeed,35,COMPLETED", "#late,50,COMPLETED", "#retry,45,COMPLETED",
            "#fail,35,FAILED", "#crash,35,CRASHED", "#stillborn,35,CRASHED", "#timeout,45,FAILED"})
    void a_run_is_looked_at_until_it_ends(String play, int seconds, String end) {
        assertThat(start(order("A cat " + play))).isInstanceOf(Started.class);
        for (int passed = 0; passed < seconds; passed += 5) {
            var terminal = States.isTerminal(fake.runs().getFirst().path("state_type").asString());
            assertThat(look()).isInstanceOf(terminal ? Seen.class : StillRunning.class);
            clock.pass(Duration.ofSeconds(5));
            fake.tick();
        }

        assertThat(look()).isInstanceOfSatisfying(Seen.class,
                seen -> assertThat(seen.report()).isInstanceOf(
                        end.equals("COMPLETED") ? Succeeded.class : Broke.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#hang", "#never", "#pause"})
    void a_run_that_never_ends_is_still_running(String play) {
        assertThat(start(order("A cat " + play))).isInstanceOf(Started.class);
        clock.pass(Duration.ofDays(1));
        fake.tick();

        assertThat(look()).isInstanceOf(StillRunning.class);
    }

    @Test
    void an_end_may_be_taken_back_by_an_operator_and_is_told_as_it_stands() {
        assertThat(start(order("A cat #rerun"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(20));
        assertThat(look()).isInstanceOf(Seen.class);
        passes(Duration.ofSeconds(30));

        assertThat(look()).isInstanceOf(StillRunning.class);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,Failed,Seen", "RUNNING,Completed,StillRunning",
            "SCHEDULED,AwaitingSomethingNew,StillRunning", "MELTING,Completed,Unknown",
            "'',x,Unknown"})
    void only_the_type_of_a_state_decides(String type, String name, String expected) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.force(onlyRun().value(), type, name);

        assertThat(look().getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void a_run_without_a_state_is_unknown() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.loseStateOf(onlyRun().value());

        assertThat(look()).isInstanceOf(Unknown.class);
        assertThat(cancel()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "LOSE_ANSWER", "CUT_BEFORE"})
    void a_look_that_went_wrong_is_unknown(Fault fault) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.next(fault);

        assertThat(look()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_run_in_the_middle_is_cancelled_when_it_has_stopped_and_not_before() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));

        assertThat(cancel()).isInstanceOf(Unknown.class);
        assertThat(look()).isInstanceOf(StillRunning.class);
        passes(Duration.ofSeconds(30));

        assertThat(cancel()).isInstanceOf(Cancelled.class);
        assertThat(look()).isInstanceOfSatisfying(Seen.class,
                seen -> assertThat(seen.report()).isInstanceOfSatisfying(Broke.class,
                        broke -> assertThat(broke.why().reason())
                                .isEqualTo(FailureReason.CANCELLED)));
    }

    @Test
    void a_run_that_has_not_begun_is_cancelled_at_once() {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);

        assertThat(cancel()).isInstanceOf(Cancelled.class);
    }

    @Test
    void a_run_that_does_not_listen_is_not_cancelled() {
        assertThat(start(order("A cat #stubborn"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));
        assertThat(cancel()).isInstanceOf(Unknown.class);
        passes(Duration.ofMinutes(10));

        assertThat(cancel()).isInstanceOf(TooLate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "FAILED", "CRASHED"})
    void a_cancellation_that_is_refused_with_200_is_no_cancellation(String end) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        fake.force(onlyRun().value(), end, end);

        assertThat(cancel()).isInstanceOf(TooLate.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "NO_ID", "WRONG_ID"})
    void a_cancellation_that_went_wrong_is_unknown(Fault fault) {
        assertThat(start(order("A cat"))).isInstanceOf(Started.class);
        passes(Duration.ofSeconds(10));
        fake.next(fault);

        assertThat(cancel()).isInstanceOf(Unknown.class);
    }

    private void passes(Duration time) {
        for (var step = Duration.ZERO; step.compareTo(time) < 0; step = step.plusSeconds(5)) {
            clock.pass(Duration.ofSeconds(5));
            fake.tick();
        }
    }

    private RunOrder order(String prompt) {
        return Orders.film(1, prompt, clock.instant(), "hd");
    }

    private Start start(RunOrder order) {
        return at(deployment).start(order);
    }

    private Look look() {
        return at(deployment).look(Orders.run(order(""), onlyRun()));
    }

    private Cancellation cancel() {
        return at(deployment).cancel(Orders.run(order(""), onlyRun()));
    }

    private RunId onlyRun() {
        return new RunId(fake.runs().getFirst().path("id").asString());
    }

    private Prefect at(String id) {
        return new Prefect(new Prefect.Settings(fake.address(), Credential.NONE, id, patience()),
                clock);
    }

    private Prefect with(Credential credential) {
        return new Prefect(settings(credential), clock);
    }

    private Prefect.Settings settings(Credential credential) {
        return Prefect.Settings.of(fake.address(), credential, deployment);
    }

    private static Patience patience() {
        return new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
