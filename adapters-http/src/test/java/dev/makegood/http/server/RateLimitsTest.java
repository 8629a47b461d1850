package dev.makegood.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who exceeds his rate limit waits, and others do not wait for him (S8). */
class RateLimitsTest {

    private static final String BALANCE = "/api/user/balance";

    private static void assertRateLimited(TestResponse testResponse) {
        assertThat(testResponse.status()).isEqualTo(429);
        assertThat(testResponse.field("code")).isEqualTo("rate_limited");
        assertThat(testResponse.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void the_limit_of_a_customer_does_not_slow_others() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(2, 4, 0, 0)))) {
            for (int i = 0; i < 4; i++) {
                assertThat(testServer.client.get(TestServer.ADA, BALANCE).status()).isEqualTo(200);
            }
            assertRateLimited(testServer.client.get(TestServer.ADA, BALANCE));
            assertThat(testServer.client.get(TestServer.BOB, BALANCE).status()).isEqualTo(200);

            testServer.advance(Duration.ofMillis(500));

            assertThat(testServer.client.get(TestServer.ADA, BALANCE).status()).isEqualTo(200);
            assertRateLimited(testServer.client.get(TestServer.ADA, BALANCE));
        }
    }

    @Test
    void the_limit_of_a_key_holds_for_all_its_customers_together() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 3, 0)))) {
            for (int i = 0; i < 3; i++) {
                assertThat(testServer.client.get("app/user-" + i, BALANCE).status()).isEqualTo(200);
            }
            assertRateLimited(testServer.client.get("app/user-3", BALANCE));
            assertThat(testServer.client.get(Role.OPERATOR, "/api/ops/projects").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_limit_of_an_address_without_credentials_does_not_slow_keys() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 0, 3)))) {
            assertThat(testServer.client.send(testServer.client.to("/nowhere").GET()).status())
                    .isEqualTo(404);
            assertThat(testServer.client.send(testServer.client.to("/health/live").GET()).status())
                    .isEqualTo(200);
            assertThat(wrongKey(testServer).status()).isEqualTo(401);
            assertRateLimited(wrongKey(testServer));
            assertRateLimited(testServer.client.send(testServer.client.to("/nowhere").GET()));
            assertThat(testServer.client.get(TestServer.ADA, BALANCE).status()).isEqualTo(200);
        }
    }

    private static TestResponse wrongKey(TestServer testServer) {
        return testServer.client
                .send(testServer.client.to(BALANCE).header("Authorization", "Bearer x").GET());
    }

    @Test
    void only_a_trusted_proxy_names_the_address() {
        var rateLimits = new RateLimitSettings(0, 0, 0, 1);
        try (var open = new TestServer(s -> s.withRateLimits(rateLimits));
                var proxied = new TestServer(s -> s.withRateLimits(rateLimits)
                        .withTrustedProxies(List.of("127.0.0.0/8")))) {
            assertThat(from(open, "198.51.100.1").status()).isEqualTo(404);
            assertRateLimited(from(open, "198.51.100.2"));

            assertThat(from(proxied, "198.51.100.1").status()).isEqualTo(404);
            assertThat(from(proxied, "198.51.100.2").status()).isEqualTo(404);
            assertRateLimited(from(proxied, "203.0.113.9, 198.51.100.2"));
        }
    }

    @Test
    void a_line_that_the_client_wrote_above_that_of_the_proxy_is_not_believed() {
        var rateLimits = new RateLimitSettings(0, 0, 0, 1);
        try (var proxied = new TestServer(s -> s.withRateLimits(rateLimits)
                .withTrustedProxies(List.of("127.0.0.0/8")))) {
            for (int i = 1; i <= 2; i++) {
                var testResponse = proxied.client.send(proxied.client.to("/nowhere")
                        .header("X-Forwarded-For", "203.0.113." + i)
                        .header("X-Forwarded-For", "198.51.100.1")
                        .GET());
                assertThat(testResponse.status()).as("request " + i).isEqualTo(i == 1 ? 404 : 429);
            }
        }
    }

    private static TestResponse from(TestServer testServer, String address) {
        return testServer.client
                .send(testServer.client.to("/nowhere").header("X-Forwarded-For", address).GET());
    }

    @Test
    void more_requests_at_once_than_the_maximum_are_answered_with_503() throws Exception {
        try (var testServer = new TestServer(s -> s.withConcurrentRequestsMax(1)
                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(5)))) {
            var slow = Thread.ofVirtual()
                    .start(() -> testServer.client.post(TestServer.ADA,
                            "/api/story-editor/generate", "{\"prompt\":\"#slow\"}"));
            testServer.pipeline.reached.await();

            var refused = testServer.client.get(TestServer.BOB, BALANCE);
            testServer.pipeline.released.countDown();
            slow.join();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.field("code")).isEqualTo("unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
    }
}
