package dev.makegood.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.httpclient.Credential;
import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.prefect.PrefectPipeline;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.pipelines.superduperai.SuperDuperAiPipeline;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.testing.TickingClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeStatusCallbacksTest {

    private static final String TOKEN = "a-token-that-may-not-be-seen";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final FakePipelineServer product = new FakePipelineServer();
    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake = new FakeSuperDuperAi(clock, TOKEN);

    FakeStatusCallbacksTest() {
        product.open(
                config -> config.routes.post("/k/key/api/story-editor/project/status", context -> {
                    received.add(context.header("User-Agent") + " " + context.body());
                    context.status(409);
                }));
    }

    @AfterEach
    void stop() {
        product.close();
        fake.close();
    }

    @Test
    void a_flow_reports_as_the_python_of_the_sources_does() {
        var callbacks = calls();
        callbacks.reportCompleted("5f0c");
        callbacks.reportFailed("5f0c", "модель \"упала\"\n");

        assertThat(received).containsExactly(
                "python-requests/2.32.3 {\"projectId\": \"5f0c\", \"status\": \"completed\"}",
                "python-requests/2.32.3 {\"projectId\": \"5f0c\", \"status\": \"failed\", "
                        + "\"errorMessage\": \"" + "\\u043C\\u043E\\u0434\\u0435\\u043B\\u044C "
                        + "\\\"\\u0443\\u043F\\u0430\\u043B\\u0430\\\"\\n\"}");
    }

    @Test
    void a_report_ignores_its_response_and_is_never_sent_again() {
        var callbacks = calls();
        callbacks.reportCompleted("5f0c");
        assertThat(callbacks.sent()).extracting(FakeStatusCallbacks.SentCallback::status)
                .containsExactly(409);

        var unreachable = FakeStatusCallbacks.fromTheFlow(URI.create("http://127.0.0.1:1"));
        unreachable.reportCompleted("5f0c");
        assertThat(unreachable.sent()).extracting(FakeStatusCallbacks.SentCallback::status)
                .containsExactly(0);
    }

    @Test
    void every_callback_mode_can_be_played() {
        calls().inMode(FakeCallbackMode.NEVER).reportCompleted("1");
        calls().inMode(FakeCallbackMode.TWICE).reportCompleted("2");
        calls().inMode(FakeCallbackMode.CONTRADICTING).reportFailed("3", "no");

        assertThat(received).hasSize(4);
        assertThat(received.getLast()).contains("\"3\"").contains("completed");
    }

    @Test
    void each_film_reports_its_end_by_the_id_of_the_service_or_by_another() {
        fake.reportingTo(calls().namingProjects(id -> "ours")).pacing(Duration.ofSeconds(1));
        order(1, "A cat #fail");
        order(2, "A cat #hang");
        clock.advance(Duration.ofSeconds(3));
        fake.tick();

        assertThat(received).hasSize(1);
        assertThat(received.getFirst()).contains("\"ours\"").contains("failed");
    }

    @Test
    void a_report_can_overtake_the_response_to_the_create() {
        fake.reportingTo(calls()).endingBeforeItAnswers();
        order(1, "A cat");

        assertThat(received).hasSize(1);
        assertThat(received.getFirst()).contains(fake.projects().getFirst().path("id").asString());
    }

    @Test
    void an_automation_reports_what_the_flow_itself_no_longer_can() {
        var prefect = new FakePrefect(clock)
                .flowReportingTo(calls())
                .automationReportingTo(
                        FakeStatusCallbacks
                                .fromAnAutomation(URI.create(product.baseUrl() + "/k/key"))
                                .withHeaders(Map.of("X-Secret", "static")));
        try (prefect) {
            var pipeline = new PrefectPipeline(
                    PrefectPipeline.PrefectSettings.of(prefect.baseUrl(),
                            Credential.NONE, prefect.deploy("film", "prod", "prompt")),
                    clock);
            assertThat(pipeline.start(RunRequests.film(1, "A cat #crash", clock.instant())))
                    .isInstanceOf(Started.class);
            clock.advance(Duration.ofMinutes(1));
            prefect.tick();
        }

        assertThat(received).singleElement().asString().startsWith("python-httpx");
    }

    @Test
    void a_call_while_a_unit_of_work_is_open_fails_the_test() {
        var strict = new FakeSuperDuperAi(clock, TOKEN);
        strict.server().forbidWhile(() -> true);
        assertThat(at(strict).start(RunRequests.film(1, "A cat", clock.instant())))
                .isNotInstanceOf(Started.class);

        assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /api/v1/project/video");
    }

    private FakeStatusCallbacks calls() {
        return FakeStatusCallbacks.fromTheFlow(URI.create(product.baseUrl() + "/k/key"));
    }

    private void order(long number, String prompt) {
        assertThat(at(fake).start(RunRequests.film(number, prompt, clock.instant())))
                .isInstanceOf(Started.class);
    }

    private SuperDuperAiPipeline at(FakeSuperDuperAi there) {
        return new SuperDuperAiPipeline(
                SuperDuperAiPipeline.SuperDuperAiSettings.of(there.baseUrl(), TOKEN), clock);
    }
}
