package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who asks too often waits, and nobody waits for him (S8). */
class LimitsTest {

    private static final String BALANCE = "/api/user/balance";

    private static void tooOften(Got got) {
        assertThat(got.status()).isEqualTo(429);
        assertThat(got.at("code")).isEqualTo("rate_limited");
        assertThat(got.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_customer_may_ask_so_often_and_others_do_not_wait_for_him() {
        try (var stage = new Stage(s -> s.limitedTo(new Limits(2, 4, 0, 0)))) {
            for (int i = 0; i < 4; i++) {
                assertThat(stage.http.get(Stage.ADA, BALANCE).status()).isEqualTo(200);
            }
            tooOften(stage.http.get(Stage.ADA, BALANCE));
            assertThat(stage.http.get(Stage.BOB, BALANCE).status()).isEqualTo(200);

            stage.pass(Duration.ofMillis(500));

            assertThat(stage.http.get(Stage.ADA, BALANCE).status()).isEqualTo(200);
            tooOften(stage.http.get(Stage.ADA, BALANCE));
        }
    }

    @Test
    void a_key_may_ask_so_often_whomever_it_speaks_for() {
        try (var stage = new Stage(s -> s.limitedTo(new Limits(0, 0, 3, 0)))) {
            for (int i = 0; i < 3; i++) {
                assertThat(stage.http.get("app/user-" + i, BALANCE).status()).isEqualTo(200);
            }
            tooOften(stage.http.get("app/user-3", BALANCE));
            assertThat(stage.http.get(Role.OPERATOR, "/api/ops/projects").status()).isEqualTo(200);
        }
    }

    @Test
    void an_address_without_credentials_may_ask_so_often_and_keys_do_not_wait_for_it() {
        try (var stage = new Stage(s -> s.limitedTo(new Limits(0, 0, 0, 3)))) {
            assertThat(stage.http.send(stage.http.to("/nowhere").GET()).status()).isEqualTo(404);
            assertThat(stage.http.send(stage.http.to("/health/live").GET()).status())
                    .isEqualTo(200);
            assertThat(wrongKey(stage).status()).isEqualTo(401);
            tooOften(wrongKey(stage));
            tooOften(stage.http.send(stage.http.to("/nowhere").GET()));
            assertThat(stage.http.get(Stage.ADA, BALANCE).status()).isEqualTo(200);
        }
    }

    private static Got wrongKey(Stage stage) {
        return stage.http.send(stage.http.to(BALANCE).header("Authorization", "Bearer x").GET());
    }

    @Test
    void only_a_proxy_we_trust_is_believed_about_an_address() {
        var limits = new Limits(0, 0, 0, 1);
        try (var open = new Stage(s -> s.limitedTo(limits));
                var proxied = new Stage(s -> s.limitedTo(limits).behind(List.of("127.0.0.0/8")))) {
            assertThat(from(open, "198.51.100.1").status()).isEqualTo(404);
            tooOften(from(open, "198.51.100.2"));

            assertThat(from(proxied, "198.51.100.1").status()).isEqualTo(404);
            assertThat(from(proxied, "198.51.100.2").status()).isEqualTo(404);
            tooOften(from(proxied, "203.0.113.9, 198.51.100.2"));
        }
    }

    private static Got from(Stage stage, String address) {
        return stage.http.send(stage.http.to("/nowhere").header("X-Forwarded-For", address).GET());
    }

    @Test
    void more_at_once_than_there_is_room_for_come_again() throws Exception {
        try (var stage = new Stage(s -> s.withAtOnce(1)
                .waitingFor(Duration.ofSeconds(10), Duration.ofSeconds(5)))) {
            var slow = Thread.ofVirtual()
                    .start(() -> stage.http.post(Stage.ADA,
                            "/api/story-editor/generate", "{\"prompt\":\"#slow\"}"));
            stage.pipeline.reached.await();

            var turnedAway = stage.http.get(Stage.BOB, BALANCE);
            stage.pipeline.letGo.countDown();
            slow.join();

            assertThat(turnedAway.status()).isEqualTo(503);
            assertThat(turnedAway.at("code")).isEqualTo("unavailable");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
        }
    }
}
