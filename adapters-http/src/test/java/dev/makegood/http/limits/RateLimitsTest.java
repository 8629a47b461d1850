package dev.makegood.http.limits;

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
            assertThat(testServer.client.send(testServer.client.to("/nowhere").GET()).status())
                    .isEqualTo(404);
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
    void health_is_never_limited() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(1, 1, 1, 1)))) {
            testServer.client.send(testServer.client.to("/nowhere").GET());
            assertRateLimited(testServer.client.send(testServer.client.to("/nowhere").GET()));
            for (int i = 0; i < 10; i++) {
                for (var path : List.of("/health/live", "/health/ready")) {
                    assertThat(testServer.client.send(testServer.client.to(path).GET()).status())
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void readiness_tries_the_database_once_a_second() {
        try (var testServer = new TestServer()) {
            int before = testServer.storage.writeChecks.get();
            for (int i = 0; i < 20; i++) {
                testServer.client.send(testServer.client.to("/health/ready").GET());
            }
            assertThat(testServer.storage.writeChecks.get() - before).isEqualTo(1);
        }
    }

    @Test
    void every_refusal_counts() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 4, 0)))) {
            var client = testServer.client;
            assertThat(client.get(Role.WORKER, "/api/ops/projects").status()).isEqualTo(403);
            assertThat(client.get(Role.WORKER, BALANCE).status()).isEqualTo(403);
            assertThat(client.get(Role.WORKER, BALANCE).status()).isEqualTo(403);
            assertThat(client.get(Role.WORKER, BALANCE).status()).isEqualTo(403);
            assertRateLimited(client.get(Role.WORKER, BALANCE));

            var unknown = "/api/projects/00000000-0000-0000-0000-000000000000";
            assertThat(client.get(Role.APP, BALANCE).status()).isEqualTo(400);
            assertThat(client.get(TestServer.ADA, unknown).status()).isEqualTo(404);
            assertThat(client.get(TestServer.ADA, "/api/user/projects?limit=x").status())
                    .isEqualTo(400);
            assertThat(client.post(TestServer.ADA, "/api/payments", "{").status()).isEqualTo(400);
            assertRateLimited(client.get(TestServer.ADA, BALANCE));
        }
    }

    @Test
    void a_noisy_customer_does_not_use_up_the_key_of_the_others() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(2, 2, 5, 0)))) {
            for (int i = 0; i < 10; i++) {
                assertThat(testServer.client.get(TestServer.ADA, BALANCE).status())
                        .isEqualTo(i < 2 ? 200 : 429);
            }
            assertThat(testServer.client.get(TestServer.BOB, BALANCE).status()).isEqualTo(200);
        }
    }

    @Test
    void a_key_of_another_role_does_not_use_up_a_customers_limit() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(2, 2, 0, 0)))) {
            for (int i = 0; i < 10; i++) {
                var forbidden = testServer.client.send(testServer.client.as(Role.WORKER, BALANCE)
                        .header("Makegood-Customer", TestServer.ADA)
                        .GET());
                assertThat(forbidden.status()).isEqualTo(403);
            }
            assertThat(testServer.client.get(TestServer.ADA, BALANCE).status()).isEqualTo(200);
        }
    }

    @Test
    void wrong_keys_are_counted_before_the_database_is_asked() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 0, 5)))) {
            testServer.client.get(TestServer.ADA, BALANCE);
            testServer.advance(Duration.ofSeconds(2));
            int before = testServer.storage.keyReads.get();
            for (int i = 0; i < 200; i++) {
                assertThat(withKey(testServer, wellFormedKey(i)).status())
                        .isEqualTo(i < 5 ? 401 : 429);
            }
            assertThat(testServer.storage.keyReads.get() - before).isEqualTo(5);
            assertThat(testServer.client.get(TestServer.ADA, BALANCE).status())
                    .as("a key that was valid before, from the same address")
                    .isEqualTo(200);
        }
    }

    @Test
    void a_wrong_key_is_looked_for_once_in_a_while() {
        try (var testServer = new TestServer()) {
            int before = testServer.storage.keyReads.get();
            for (int i = 0; i < 20; i++) {
                assertThat(withKey(testServer, wellFormedKey(7)).status()).isEqualTo(401);
            }
            assertThat(testServer.storage.keyReads.get() - before).isEqualTo(1);
        }
    }

    @Test
    void good_keys_of_one_address_do_not_count_against_it() {
        try (var testServer =
                new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 0, 1)))) {
            for (var role : List.of(Role.APP, Role.OPERATOR, Role.WORKER, Role.PIPELINE)) {
                assertThat(testServer.client.get(role, "/api/ops/projects").status())
                        .isEqualTo(role == Role.OPERATOR ? 200 : 403);
            }
        }
    }

    private static String wellFormedKey(int number) {
        return "mg_app_%012d_%043d".formatted(number, number);
    }

    private static TestResponse withKey(TestServer testServer, String key) {
        return testServer.client
                .send(testServer.client.to(BALANCE).header("Authorization", "Bearer " + key).GET());
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
