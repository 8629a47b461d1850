package dev.makegood.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.limits.RateLimitSettings;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What responses say to browsers and to clients that mind their pace: rate limits, compression, origins. */
class BrowsersAndProxiesTest {

    private static final String BALANCE = "/api/user/balance";

    @Test
    void a_response_says_how_many_requests_are_left() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(1, 2, 10, 5)))) {
            var first = testServer.client.get(TestServer.ADA, BALANCE);
            testServer.client.get(TestServer.ADA, BALANCE);
            var exceeded = testServer.client.get(TestServer.ADA, BALANCE);
            var stranger = testServer.client.send(testServer.client.to("/nowhere").GET());
            var health = testServer.client.send(testServer.client.to("/health/live").GET());

            assertThat(first.raw().headers().allValues("RateLimit-Policy"))
                    .containsExactly("\"customer\";q=2;w=2", "\"key\";q=10;w=1");
            assertThat(first.raw().headers().allValues("RateLimit"))
                    .containsExactly("\"customer\";r=1;t=1", "\"key\";r=9;t=1");
            assertThat(exceeded.status()).isEqualTo(429);
            assertThat(exceeded.raw().headers().allValues("RateLimit"))
                    .containsExactly("\"customer\";r=0;t=2");
            assertThat(stranger.header("RateLimit")).isEqualTo("\"address\";r=4;t=1");
            assertThat(health.header("RateLimit")).isEmpty();
        }
    }

    @Test
    void a_server_without_limits_says_nothing_of_them() {
        try (var testServer = new TestServer()) {
            assertThat(testServer.client.get(TestServer.ADA, BALANCE).raw().headers().map())
                    .doesNotContainKeys("ratelimit", "ratelimit-policy");
        }
    }

    @Test
    void a_long_response_is_compressed_for_who_asks() throws Exception {
        try (var testServer = new TestServer()) {
            testServer.customer(TestServer.ADA, 100);
            var project = testServer.client.generate(TestServer.ADA, "x".repeat(1_000));
            var path = "/api/projects/" + project;
            var plain = testServer.client.get(TestServer.ADA, path);
            var asked = TestClient.CLIENT.send(testServer.client.as(Role.APP, path)
                    .header("Makegood-Customer", TestServer.ADA)
                    .header("Accept-Encoding", "gzip")
                    .build(), BodyHandlers.ofByteArray());
            var brief = testServer.client.send(testServer.client.to("/health/live")
                    .header("Accept-Encoding", "gzip")
                    .GET());

            assertThat(plain.text().length()).isBetween(1_024, 1_499);
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(asked.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(asked.body())).readAllBytes())
                    .isEqualTo(plain.text().getBytes(UTF_8));
            assertThat(brief.header("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void what_is_read_again_unchanged_is_not_sent_again() {
        try (var testServer = new TestServer()) {
            testServer.customer(TestServer.ADA, 100);
            var first = testServer.client.get(TestServer.ADA, BALANCE);
            var tag = first.header("ETag");
            assertThat(tag).matches("W/\"[0-9a-f]+-[0-9a-f]{8}-[0-9a-f]{8}\"");

            for (var known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
                var again = getKnowing(testServer, known);
                assertThat(again.status()).as(known).isEqualTo(304);
                assertThat(again.text()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(tag);
                assertThat(again.header("X-Request-Id")).isNotEmpty();
            }
            for (var other : List.of("\"other\"", "W/\"" + tag, "", tag + "x")) {
                assertThat(getKnowing(testServer, other).text()).as(other).isEqualTo(first.text());
            }
            testServer.client.generate(TestServer.ADA, "a walk");
            var changed = getKnowing(testServer, tag);
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.header("ETag")).isNotEqualTo(tag);
        }
    }

    @Test
    void only_what_was_read_well_can_be_read_again() {
        try (var testServer = new TestServer()) {
            assertThat(testServer.client.get(TestServer.ADA, "/api/projects/none").header("ETag"))
                    .isEmpty();
            assertThat(testServer.client.send(testServer.client.to("/health/live").GET())
                    .header("ETag")).isEmpty();
        }
    }

    private static TestResponse getKnowing(TestServer testServer, String tag) {
        return testServer.client.send(testServer.client.as(Role.APP, BALANCE)
                .header("Makegood-Customer", TestServer.ADA)
                .header("If-None-Match", tag)
                .GET());
    }

    private static TestResponse preflight(TestServer testServer, String origin) {
        return testServer.client.send(testServer.client.to("/api/payments")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers",
                        "authorization,content-type,idempotency-key,if-none-match")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static TestResponse call(TestServer testServer, String origin) {
        return testServer.client.send(testServer.client.as(Role.APP, BALANCE)
                .header("Makegood-Customer", TestServer.ADA)
                .header("Origin", origin)
                .GET());
    }

    @Test
    void no_origin_is_allowed_unless_it_is_named() {
        try (var testServer = new TestServer()) {
            assertThat(call(testServer, "https://app.example").status()).isEqualTo(200);
            for (var response : List.of(call(testServer, "https://app.example"),
                    preflight(testServer, "https://app.example"))) {
                assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
            }
        }
    }

    @Test
    void an_origin_that_is_named_may_call_and_read() {
        try (var testServer =
                new TestServer(s -> s.withCorsOrigins(List.of("https://app.example")))) {
            var preflight = preflight(testServer, "https://app.example");
            var response = call(testServer, "https://app.example");

            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://app.example");
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST", "PUT",
                    "DELETE");
            assertThat(preflight.header("Access-Control-Allow-Headers")
                    .toLowerCase(Locale.ROOT))
                            .contains("authorization", "content-type", "idempotency-key");
            assertThat(preflight.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://app.example");
            assertThat(response.header("Access-Control-Expose-Headers")).contains("X-Request-Id",
                    "ETag");
            assertThat(response.header("Vary")).contains("Origin");
            for (var other : List.of("https://evil.example", "https://app.example.evil.example",
                    "https://appxexample", "http://app.example", "null")) {
                assertThat(call(testServer, other).header("Access-Control-Allow-Origin")).as(other)
                        .isEmpty();
                assertThat(preflight(testServer, other).header("Access-Control-Allow-Origin"))
                        .as(other)
                        .isEmpty();
            }
        }
    }
}
