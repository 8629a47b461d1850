package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.http.TestClient.TestResponse;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MakegoodHttpStopTest {

    @Test
    void a_stop_takes_no_more_requests_and_finishes_those_that_run() throws Exception {
        var testServer =
                new TestServer(s -> s.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10)));
        var running = CompletableFuture.supplyAsync(() -> testServer.client.post(TestServer.ADA,
                "/api/story-editor/generate", "{\"prompt\":\"#slow\"}"));
        testServer.pipeline.reached.await();

        var stopping = CompletableFuture.runAsync(testServer::close);
        while (isListening(testServer)) {
            Thread.sleep(5);
        }
        Thread.sleep(400);
        assertThat(stopping).isNotDone();
        testServer.pipeline.released.countDown();

        TestResponse testResponse = running.get(5, TimeUnit.SECONDS);
        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(201);
        stopping.get(5, TimeUnit.SECONDS);
    }

    private static boolean isListening(TestServer testServer) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), testServer.port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    @Test
    void a_stop_waits_no_longer_than_its_timeout() throws Exception {
        var testServer =
                new TestServer(s -> s.withTimeouts(Duration.ofSeconds(10), Duration.ofMillis(300)));
        var cutOff =
                CompletableFuture.runAsync(
                        () -> assertThatThrownBy(() -> testServer.client.post(TestServer.ADA,
                                "/api/story-editor/generate", "{\"prompt\":\"#slow\"}")));
        testServer.pipeline.reached.await();

        CompletableFuture.runAsync(testServer::close).get(5, TimeUnit.SECONDS);

        cutOff.get(5, TimeUnit.SECONDS);
        testServer.pipeline.released.countDown();
    }
}
