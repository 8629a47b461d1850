package dev.makegood.pipelines.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.httpclient.Credential;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.RunRequests;
import dev.makegood.project.Pipeline.NotStarted;
import dev.makegood.project.Pipeline.Rejected;
import dev.makegood.project.Pipeline.RunEnded;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.RunReport;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow gets the parameters that its signature has, whatever was ordered. */
class PrefectParametersTest {

    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakePrefect fake = new FakePrefect(clock);

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_flow_without_a_quality_or_inputs_succeeds(boolean closedSchema) {
        var flow = FakePrefectSignature.requiring("prompt", "project_id");
        var pipeline = pipelineOf(closedSchema ? flow.withClosedSchema() : flow);

        var started = pipeline.start(film(1));

        assertThat(started).isInstanceOf(Started.class);
        assertThat(endOf(pipeline, started)).isInstanceOf(RunSucceeded.class);
        assertThat(parametersSent()).containsExactlyInAnyOrder("prompt", "project_id");
    }

    @Test
    void a_flow_gets_each_input_that_it_names() {
        var pipeline = pipelineOf(FakePrefectSignature.requiring("prompt")
                .accepting("aspectRatio", "quality", "seed"));

        assertThat(pipeline.start(film(1))).isInstanceOf(Started.class);

        assertThat(parametersSent()).containsExactlyInAnyOrder("prompt", "aspectRatio", "quality");
    }

    @Test
    void a_flow_that_names_the_attempt_gets_it_to_report_it() {
        var pipeline = pipelineOf(FakePrefectSignature.requiring("prompt").accepting("attempt"));
        var first = film(1);
        var retried = new RunRequest(first.id(), 2, first.order(), first.sentAt(), false);

        assertThat(pipeline.start(retried)).isInstanceOf(Started.class);

        assertThat(fake.runs().getLast().path("parameters").path("attempt").asString())
                .isEqualTo("2");
    }

    @Test
    void the_signature_is_read_once_and_again_after_a_while() {
        var pipeline = pipelineOf(FakePrefectSignature.requiring("prompt"));

        for (int number = 1; number <= 3; number++) {
            assertThat(pipeline.start(film(number))).isInstanceOf(Started.class);
        }
        assertThat(fake.deploymentReads()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(6));
        assertThat(pipeline.start(film(4))).isInstanceOf(Started.class);
        assertThat(fake.deploymentReads()).isEqualTo(2);
    }

    @Test
    void a_flow_that_was_deployed_with_another_signature_gets_its_next_run() {
        var id = fake.deploy("film", "prod", FakePrefectSignature.requiring("prompt"));
        var pipeline = pipelineOf(settings(id));
        assertThat(pipeline.start(film(1))).isInstanceOf(Started.class);

        fake.redeploy(id, FakePrefectSignature.requiring("prompt", "quality"));

        assertThat(pipeline.start(film(2))).isInstanceOf(Started.class);
        assertThat(parametersSent()).containsExactlyInAnyOrder("prompt", "quality");
    }

    @Test
    void what_the_operator_listed_is_sent_and_nothing_is_read() {
        var id = fake.deploy("film", "prod", FakePrefectSignature.requiring("prompt"));
        var pipeline = pipelineOf(settings(id).withParameters(List.of("prompt", "seed")));

        assertThat(pipeline.start(film(1))).isInstanceOf(Started.class);

        assertThat(parametersSent()).containsExactly("prompt");
        assertThat(fake.deploymentReads()).isZero();
    }

    @Test
    void a_deployment_without_a_schema_gets_everything() {
        var pipeline = pipelineOf(FakePrefectSignature.unknown());

        assertThat(pipeline.start(film(1))).isInstanceOf(Started.class);

        assertThat(parametersSent()).containsExactlyInAnyOrder("prompt", "project_id", "quality",
                "aspectRatio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAD_GATEWAY", "GARBAGE", "CUT_SHORT", "WRONG_ID", "SERVER_ERROR",
            "TOO_MANY", "UNAVAILABLE"})
    void a_signature_that_cannot_be_read_has_started_nothing(String fault) {
        var pipeline = pipelineOf(FakePrefectSignature.requiring("prompt"));
        fake.failNext(PipelineFault.valueOf(fault));

        assertThat(pipeline.start(film(1))).isInstanceOf(NotStarted.class);
        assertThat(fake.runs()).isEmpty();
        assertThat(pipeline.start(film(1))).isInstanceOf(Started.class);
    }

    @Test
    void a_deployment_that_we_may_not_read_refuses_the_run() {
        var pipeline = pipelineOf(FakePrefectSignature.requiring("prompt"));
        fake.failNext(PipelineFault.UNAUTHORIZED);

        assertThat(pipeline.start(film(1))).isInstanceOf(Rejected.class);
    }

    @Test
    void a_run_that_was_made_before_is_found_though_the_signature_cannot_be_read() {
        var id = fake.deploy("film", "prod", FakePrefectSignature.requiring("prompt"));
        var made = pipelineOf(settings(id)).start(film(1));
        fake.failNext(PipelineFault.UNAVAILABLE);

        var afterRestart = pipelineOf(settings(id)).start(RunRequests.repeated(film(1)));

        assertThat(afterRestart).isEqualTo(made);
    }

    private RunReport endOf(PrefectPipeline pipeline, Object started) {
        for (int beat = 0; beat < 7; beat++) {
            clock.advance(Duration.ofSeconds(5));
            fake.tick();
        }
        var run = RunRequests.run(film(1), ((Started) started).run());
        return ((RunEnded) pipeline.poll(run)).report();
    }

    private List<String> parametersSent() {
        return List.copyOf(fake.runs().getLast().path("parameters").propertyNames());
    }

    private RunRequest film(long number) {
        return RunRequests.film(number, "A cat learns to sail", clock.instant(), "hd");
    }

    private PrefectPipeline pipelineOf(FakePrefectSignature signature) {
        return pipelineOf(settings(fake.deploy("film", "prod", signature)));
    }

    private PrefectPipeline pipelineOf(PrefectPipeline.PrefectSettings settings) {
        return new PrefectPipeline(settings, clock);
    }

    private PrefectPipeline.PrefectSettings settings(String deployment) {
        return PrefectPipeline.PrefectSettings.of(fake.baseUrl(), Credential.NONE, deployment);
    }
}
