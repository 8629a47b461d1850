package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryEditorTest {

    private static final String GENERATE = "/api/story-editor/generate";
    private static final String STATUS = "/api/story-editor/project/status";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.pipeline.letGo.countDown();
        stage.close();
    }

    @Test
    void a_video_is_ordered_and_its_credits_are_held() {
        var answer = http.post(Stage.ADA, GENERATE, """
                {"prompt":"A cat learns to sail","quality":"hd","aspectRatio":"16:9",\
                "metadata":{"source":"web"}}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"success\":true,\"projectId\":\""
                + answer.at("projectId") + "\",\"status\":\"processing\",\"creditsUsed\":60,"
                + "\"balance\":{\"available\":0,\"held\":60}}");
    }

    @Test
    void metadata_stays_as_it_was_written() {
        http.post(Stage.ADA, GENERATE,
                "{\"metadata\" : { \"b\": 1.50, \"a\":[ ] } ,\"prompt\":\"p\"}");

        var order = stage.pipeline.started.values().iterator().next().order();
        assertThat(order.metadata()).isEqualTo("{ \"b\": 1.50, \"a\":[ ] }");
    }

    @Test
    void what_is_too_dear_is_refused_and_creates_nobody() {
        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"p\",\"quality\":\"4k\"}");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.at("code")).isEqualTo("insufficient_credits");
        assertThat(answer.at("type")).isEqualTo("urn:makegood:problem:insufficient_credits");
        assertThat(answer.number("required")).isEqualTo(80);
        assertThat(answer.number("available")).isEqualTo(60);
        assertThat(answer.number("held")).isZero();
        assertThat(answer.number("shortfall")).isEqualTo(20);
        assertThat(stage.isStranger(Stage.ADA)).isTrue();
        assertThat(stage.pipeline.started).isEmpty();
    }

    @Test
    void a_customer_who_has_too_few_credits_is_told_what_is_missing() {
        http.generated(Stage.ADA, "first");

        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"second\"}");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.number("shortfall")).isEqualTo(20);
        assertThat(answer.number("held")).isEqualTo(40);
    }

    @Test
    void a_quality_nobody_sells_is_refused_never_priced_as_the_base() {
        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"p\",\"quality\":\"8k\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("errors/0/field")).isEqualTo("quality");
        assertThat(stage.isStranger(Stage.ADA)).isTrue();
    }

    @Test
    void a_refusal_of_the_pipeline_gives_the_credits_back() {
        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"#refuse\"}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.at("code")).isEqualTo("provider_refused");
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        assertThat(
                http.get(Stage.ADA, STATUS + "?projectId=" + answer.at("projectId")).at("status"))
                        .isEqualTo("failed");
    }

    @Test
    void what_nobody_knows_yet_is_pending() {
        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"#unknown\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("status")).isEqualTo("pending");
    }

    @Test
    void a_slow_pipeline_is_not_waited_for_longer_than_patience_lasts()
            throws InterruptedException {
        var answer = http.post(Stage.ADA, GENERATE, "{\"prompt\":\"#slow\"}");

        assertThat(answer.status()).isEqualTo(202);
        stage.pipeline.letGo.countDown();
        while (!statusOf(answer.at("projectId")).equals("processing")) {
            Thread.sleep(5);
        }
    }

    private String statusOf(String project) {
        return http.get(Stage.ADA, STATUS + "?projectId=" + project).at("status");
    }

    @Test
    void a_quote_moves_nothing_and_welcomes_nobody() {
        var answer = http.post(Stage.ADA, "/api/story-editor/quote",
                "{\"prompt\":\"p\",\"quality\":\"hd\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("credits")).isEqualTo(60);
        assertThat(answer.at("operation")).isEqualTo("story-editor/project-video");
        assertThat(answer.json().at("/multipliers/hd").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(stage.isStranger(Stage.ADA)).isTrue();
    }

    @Test
    void a_success_is_reported_once_and_again_and_its_opposite_is_a_conflict() {
        var project = http.generated(Stage.ADA, "p");

        var first = http.reported(project, "completed");
        var again = http.reported(project, "completed");
        var opposite = http.reported(project, "failed");

        assertThat(first.text()).isEqualTo("{\"success\":true,\"projectId\":\"" + project
                + "\",\"status\":\"completed\",\"creditsRefunded\":0,\"changed\":true}");
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(opposite.status()).isEqualTo(409);
        assertThat(opposite.at("code")).isEqualTo("already_final");
        assertThat(stage.available(Stage.ADA)).isEqualTo(20);
    }

    @Test
    void a_failure_gives_the_credits_back() {
        var project = http.generated(Stage.ADA, "p");

        var answer = http.reported(project, "failed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("creditsRefunded")).isEqualTo(40);
        assertThat(stage.available(Stage.ADA)).isEqualTo(60);
        var status = http.get(Stage.ADA, STATUS + "?projectId=" + project);
        assertThat(status.at("errorMessage")).isEqualTo("out of memory");
        assertThat(status.number("creditsRefunded")).isEqualTo(40);
        assertThat(status.at("createdAt")).isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void a_report_may_name_the_run_and_say_what_it_cost_and_made() {
        var project = http.generated(Stage.ADA, "p");

        var answer = http.post(Role.PIPELINE, STATUS, "{\"projectId\":\"run-" + project
                + "-1\",\"status\":\"completed\",\"actualCredits\":24.5,\"extra\":[1],"
                + "\"result\":{\"url\":\"https://v.test/1\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("projectId")).isEqualTo(project);
        assertThat(stage.available(Stage.ADA)).isEqualTo(35);
        var status = http.get(Stage.ADA, STATUS + "?projectId=" + project);
        assertThat(status.number("creditsUsed")).isEqualTo(25);
        assertThat(status.at("result")).isEqualTo("{\"url\":\"https://v.test/1\"}");
    }

    @Test
    void a_report_about_another_run_is_refused() {
        var project = http.generated(Stage.ADA, "p");

        var answer = http.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"runId\":\"run-of-yesterday\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(statusOf(project)).isEqualTo("processing");
    }

    @Test
    void a_report_is_not_refused_for_its_looks() {
        var project = http.generated(Stage.ADA, "p");

        var answer = http.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"errorMessage\":\"a\\u0000b\\ud800c"
                + "x".repeat(20_000)
                + "\",\"actualCredits\":\"many\",\"runId\":17}");

        assertThat(answer.status()).isEqualTo(200);
        var message = http.get(Stage.ADA, STATUS + "?projectId=" + project).at("errorMessage");
        assertThat(message).startsWith("a\uFFFDb\uFFFDc").hasSize(10_000);
    }

    @Test
    void a_report_about_nothing_of_ours_is_not_found() {
        assertThat(http.reported("00000000-0000-4000-8000-000000000000", "failed").status())
                .isEqualTo(404);
        assertThat(http.reported("no-such-run", "failed").status()).isEqualTo(404);
        assertThat(http.reported("no such run", "failed").status()).isEqualTo(404);
    }

    @Test
    void a_report_through_a_key_in_the_path_needs_no_header() {
        var project = http.generated(Stage.ADA, "p");
        var keyed = "/k/" + stage.keys.get(Role.PIPELINE) + STATUS;
        var body = "{\"projectId\":\"" + project + "\",\"status\":\"completed\"}";

        var answer = http.send(http.to(keyed)
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void a_project_may_be_asked_for_by_its_run_too() {
        var project = http.generated(Stage.ADA, "p");

        assertThat(http.get(Stage.ADA, STATUS + "?projectId=run-" + project + "-1").at("projectId"))
                .isEqualTo(project);
    }
}
