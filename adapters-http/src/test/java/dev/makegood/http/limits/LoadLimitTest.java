package dev.makegood.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than the storage can take is refused before it is begun. */
class LoadLimitTest {

    private static final String BALANCE = "/api/user/balance";
    private static final Duration LONG = Duration.ofMillis(51);

    private final TestServer testServer = new TestServer();

    @AfterEach
    void stop() {
        testServer.close();
    }

    @Test
    void orders_are_refused_while_units_would_wait_long_and_reads_are_answered() {
        testServer.storage.unitWait = LONG;

        assertAskedToComeAgain(order());
        assertThat(testServer.pipeline.started).isEmpty();
        assertThat(testServer.client.get(TestServer.ADA, BALANCE).status()).isEqualTo(200);

        testServer.storage.unitWait = Duration.ofMillis(50);

        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void all_but_health_is_refused_while_reads_would_wait_long() {
        testServer.storage.readWait = LONG;

        assertAskedToComeAgain(testServer.client.get(TestServer.ADA, BALANCE));
        assertAskedToComeAgain(order());
        assertThat(testServer.client.send(testServer.client.to("/health/ready").GET()).status())
                .isEqualTo(200);
    }

    private TestResponse order() {
        return testServer.client.post(TestServer.ADA, "/api/story-editor/generate",
                "{\"prompt\":\"A cat\",\"quality\":\"standard\"}");
    }

    private static void assertAskedToComeAgain(TestResponse response) {
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.field("code")).isEqualTo("unavailable");
        assertThat(response.header("Retry-After")).isEqualTo("1");
    }
}
