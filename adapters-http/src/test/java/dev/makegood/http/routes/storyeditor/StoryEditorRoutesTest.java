package dev.makegood.http.routes.storyeditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryEditorRoutesTest {

    private static final String GENERATE = "/api/story-editor/generate";
    private static final String STATUS = "/api/story-editor/project/status";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.pipeline.released.countDown();
        testServer.close();
    }

    @Test
    void a_video_is_ordered_and_its_credits_are_held() {
        var response = client.post(TestServer.ADA, GENERATE, """
                {"prompt":"A cat learns to sail","quality":"hd","aspectRatio":"16:9",\
                "metadata":{"source":"web"}}""");

        assertThat(response.status()).as(response.text()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("{\"success\":true,\"projectId\":\""
                + response.field("projectId") + "\",\"status\":\"processing\",\"creditsUsed\":60,"
                + "\"balance\":{\"available\":0,\"held\":60}}");
    }

    @Test
    void metadata_stays_as_it_was_written() {
        client.post(TestServer.ADA, GENERATE,
                "{\"metadata\" : { \"b\": 1.50, \"a\":[ ] } ,\"prompt\":\"p\"}");

        var order = testServer.pipeline.started.values().iterator().next().order();
        assertThat(order.metadata()).isEqualTo("{ \"b\": 1.50, \"a\":[ ] }");
    }

    @Test
    void what_costs_more_than_the_signup_grant_is_refused_and_creates_no_customer() {
        var response =
                client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"p\",\"quality\":\"4k\"}");

        assertThat(response.status()).isEqualTo(402);
        assertThat(response.field("code")).isEqualTo("insufficient_credits");
        assertThat(response.field("type")).isEqualTo("urn:makegood:problem:insufficient_credits");
        assertThat(response.number("required")).isEqualTo(80);
        assertThat(response.number("available")).isEqualTo(60);
        assertThat(response.number("held")).isZero();
        assertThat(response.number("shortfall")).isEqualTo(20);
        assertThat(testServer.isUnknown(TestServer.ADA)).isTrue();
        assertThat(testServer.pipeline.started).isEmpty();
    }

    @Test
    void a_customer_with_too_few_credits_learns_how_many_are_missing() {
        client.generate(TestServer.ADA, "first");

        var response = client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"second\"}");

        assertThat(response.status()).isEqualTo(402);
        assertThat(response.number("shortfall")).isEqualTo(20);
        assertThat(response.number("held")).isEqualTo(40);
    }

    @Test
    void an_unknown_quality_is_refused_never_priced_as_the_base() {
        var response =
                client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"p\",\"quality\":\"8k\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.field("errors/0/field")).isEqualTo("quality");
        assertThat(testServer.isUnknown(TestServer.ADA)).isTrue();
    }

    @Test
    void a_refusal_of_the_pipeline_releases_the_credits() {
        var response = client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"#refuse\"}");

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.field("code")).isEqualTo("provider_refused");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        assertThat(
                client.get(TestServer.ADA, STATUS + "?projectId=" + response.field("projectId"))
                        .field("status"))
                                .isEqualTo("failed");
    }

    @Test
    void an_order_with_an_unknown_start_is_pending() {
        var response = client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"#unknown\"}");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.field("status")).isEqualTo("pending");
    }

    @Test
    void a_slow_pipeline_is_not_waited_for_longer_than_the_timeout()
            throws InterruptedException {
        var response = client.post(TestServer.ADA, GENERATE, "{\"prompt\":\"#slow\"}");

        assertThat(response.status()).isEqualTo(202);
        testServer.pipeline.released.countDown();
        while (!statusOf(response.field("projectId")).equals("processing")) {
            Thread.sleep(5);
        }
    }

    private String statusOf(String project) {
        return client.get(TestServer.ADA, STATUS + "?projectId=" + project).field("status");
    }

    @Test
    void a_quote_moves_nothing_and_creates_no_customer() {
        var response = client.post(TestServer.ADA, "/api/story-editor/quote",
                "{\"prompt\":\"p\",\"quality\":\"hd\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.number("credits")).isEqualTo(60);
        assertThat(response.field("operation")).isEqualTo("story-editor/project-video");
        assertThat(response.json().at("/multipliers/hd").decimalValue())
                .isEqualByComparingTo("1.5");
        assertThat(testServer.isUnknown(TestServer.ADA)).isTrue();
    }

    @Test
    void a_success_is_reported_once_and_again_and_its_opposite_is_a_conflict() {
        var project = client.generate(TestServer.ADA, "p");

        var first = client.report(project, "completed");
        var again = client.report(project, "completed");
        var opposite = client.report(project, "failed");

        assertThat(first.text()).isEqualTo("{\"success\":true,\"projectId\":\"" + project
                + "\",\"status\":\"completed\",\"creditsRefunded\":0,\"changed\":true}");
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(opposite.status()).isEqualTo(409);
        assertThat(opposite.field("code")).isEqualTo("already_final");
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(20);
    }

    @Test
    void a_reported_failure_releases_the_credits() {
        var project = client.generate(TestServer.ADA, "p");

        var response = client.report(project, "failed");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.number("creditsRefunded")).isEqualTo(40);
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(60);
        var status = client.get(TestServer.ADA, STATUS + "?projectId=" + project);
        assertThat(status.field("errorMessage")).isEqualTo("out of memory");
        assertThat(status.number("creditsRefunded")).isEqualTo(40);
        assertThat(status.field("createdAt")).isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void a_report_may_name_the_run_and_say_what_it_cost_and_made() {
        var project = client.generate(TestServer.ADA, "p");

        var response = client.post(Role.PIPELINE, STATUS, "{\"projectId\":\"run-" + project
                + "-1\",\"status\":\"completed\",\"actualCredits\":24.5,\"extra\":[1],"
                + "\"result\":{\"url\":\"https://v.test/1\"}}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.field("projectId")).isEqualTo(project);
        assertThat(testServer.available(TestServer.ADA)).isEqualTo(35);
        var status = client.get(TestServer.ADA, STATUS + "?projectId=" + project);
        assertThat(status.number("creditsUsed")).isEqualTo(25);
        assertThat(status.field("result")).isEqualTo("{\"url\":\"https://v.test/1\"}");
    }

    @Test
    void a_report_about_another_run_is_refused() {
        var project = client.generate(TestServer.ADA, "p");

        var response = client.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"runId\":\"run-of-yesterday\"}");

        assertThat(response.status()).isEqualTo(409);
        assertThat(statusOf(project)).isEqualTo("processing");
    }

    @Test
    void a_report_about_another_attempt_is_refused() {
        var project = client.generate(TestServer.ADA, "p");

        for (var attempt : List.of("2", "\"2\"")) {
            var response = client.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                    + "\",\"status\":\"failed\",\"attempt\":" + attempt + "}");
            assertThat(response.status()).isEqualTo(409);
        }
        assertThat(statusOf(project)).isEqualTo("processing");
        assertThat(client.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"attempt\":\"1\"}").status()).isEqualTo(200);
    }

    @Test
    void a_report_is_not_refused_for_its_looks() {
        var project = client.generate(TestServer.ADA, "p");

        var response = client.post(Role.PIPELINE, STATUS, "{\"projectId\":\"" + project
                + "\",\"status\":\"failed\",\"errorMessage\":\"a\\u0000b\\ud800c"
                + "x".repeat(20_000)
                + "\",\"actualCredits\":\"many\",\"runId\":17}");

        assertThat(response.status()).isEqualTo(200);
        var message =
                client.get(TestServer.ADA, STATUS + "?projectId=" + project).field("errorMessage");
        assertThat(message).startsWith("a\uFFFDb\uFFFDc").hasSize(10_000);
    }

    @Test
    void a_report_about_an_unknown_project_is_not_found() {
        assertThat(client.report("00000000-0000-4000-8000-000000000000", "failed").status())
                .isEqualTo(404);
        assertThat(client.report("no-such-run", "failed").status()).isEqualTo(404);
        assertThat(client.report("no such run", "failed").status()).isEqualTo(404);
    }

    @Test
    void a_report_through_a_key_in_the_path_needs_no_header() {
        var project = client.generate(TestServer.ADA, "p");
        var keyed = "/k/" + testServer.keys.get(Role.PIPELINE) + STATUS;
        var body = "{\"projectId\":\"" + project + "\",\"status\":\"completed\"}";

        var response = client.send(client.to(keyed)
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.status()).as(response.text()).isEqualTo(200);
    }

    @Test
    void a_project_may_be_asked_for_by_its_run_too() {
        var project = client.generate(TestServer.ADA, "p");

        assertThat(client.get(TestServer.ADA, STATUS + "?projectId=run-" + project + "-1")
                .field("projectId"))
                        .isEqualTo(project);
    }
}
