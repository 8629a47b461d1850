package dev.makegood.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.prefect.Prefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.pipelines.superduperai.SuperDuperAi;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.testing.TickingClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCallsTest {

    private static final String TOKEN = "a-token-that-nobody-may-see";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Stage product = new Stage();
    private final TickingClock clock = new TickingClock("2026-01-01T12:00:00Z");
    private final FakeSuperDuperAi fake = new FakeSuperDuperAi(clock, TOKEN);

    StatusCallsTest() {
        product.open(routes -> routes.post("/k/key/api/story-editor/project/status", context -> {
            heard.add(context.header("User-Agent") + " " + context.body());
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
        var calls = calls();
        calls.completed("5f0c");
        calls.failed("5f0c", "модель \"упала\"\n");

        assertThat(heard).containsExactly(
                "python-requests/2.32.3 {\"projectId\": \"5f0c\", \"status\": \"completed\"}",
                "python-requests/2.32.3 {\"projectId\": \"5f0c\", \"status\": \"failed\", "
                        + "\"errorMessage\": \"" + "\\u043C\\u043E\\u0434\\u0435\\u043B\\u044C "
                        + "\\\"\\u0443\\u043F\\u0430\\u043B\\u0430\\\"\\n\"}");
    }

    @Test
    void a_report_is_deaf_to_its_answer_and_never_sent_again() {
        var calls = calls();
        calls.completed("5f0c");
        assertThat(calls.sent()).extracting(StatusCalls.Sent::status).containsExactly(409);

        var nobody = StatusCalls.fromTheFlow(URI.create("http://127.0.0.1:1"));
        nobody.completed("5f0c");
        assertThat(nobody.sent()).extracting(StatusCalls.Sent::status).containsExactly(0);
    }

    @Test
    void every_bad_manner_can_be_played() {
        calls().in(Manner.NEVER).completed("1");
        calls().in(Manner.TWICE).completed("2");
        calls().in(Manner.CONTRADICTING).failed("3", "no");

        assertThat(heard).hasSize(4);
        assertThat(heard.getLast()).contains("\"3\"").contains("completed");
    }

    @Test
    void each_film_reports_its_end_by_the_id_of_the_service_or_by_another() {
        fake.reportingTo(calls().naming(id -> "ours")).pacing(Duration.ofSeconds(1));
        order(1, "A cat #fail");
        order(2, "A cat #hang");
        clock.pass(Duration.ofSeconds(3));
        fake.tick();

        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst()).contains("\"ours\"").contains("failed");
    }

    @Test
    void a_report_can_overtake_the_answer_to_the_create() {
        fake.reportingTo(calls()).endingBeforeItAnswers();
        order(1, "A cat");

        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst()).contains(fake.projects().getFirst().path("id").asString());
    }

    @Test
    void an_automation_reports_what_the_flow_itself_no_longer_can() {
        var prefect = new FakePrefect(clock)
                .flowReportingTo(calls())
                .automationReportingTo(
                        StatusCalls.fromAnAutomation(URI.create(product.address() + "/k/key"))
                                .withHeaders(Map.of("X-Secret", "static")));
        try (prefect) {
            var pipeline = new Prefect(
                    Prefect.Settings.of(prefect.address(),
                            Credential.NONE, prefect.deploy("film", "prod")),
                    clock);
            assertThat(pipeline.start(Orders.film(1, "A cat #crash", clock.instant())))
                    .isInstanceOf(Started.class);
            clock.pass(Duration.ofMinutes(1));
            prefect.tick();
        }

        assertThat(heard).singleElement().asString().startsWith("python-httpx");
    }

    @Test
    void a_call_while_a_unit_of_work_is_open_fails_the_test() {
        var strict = new FakeSuperDuperAi(clock, TOKEN);
        strict.stage().forbidWhile(() -> true);
        assertThat(at(strict).start(Orders.film(1, "A cat", clock.instant())))
                .isNotInstanceOf(Started.class);

        assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /api/v1/project/video");
    }

    private StatusCalls calls() {
        return StatusCalls.fromTheFlow(URI.create(product.address() + "/k/key"));
    }

    private void order(long number, String prompt) {
        assertThat(at(fake).start(Orders.film(number, prompt, clock.instant())))
                .isInstanceOf(Started.class);
    }

    private SuperDuperAi at(FakeSuperDuperAi there) {
        return new SuperDuperAi(SuperDuperAi.Settings.of(there.address(), TOKEN), clock);
    }
}
