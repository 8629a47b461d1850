package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.http.Calls.Got;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void a_stop_takes_no_more_requests_and_finishes_those_that_run() throws Exception {
        var stage = new Stage(s -> s.waitingFor(Duration.ofSeconds(10), Duration.ofSeconds(10)));
        var running = CompletableFuture.supplyAsync(() -> stage.http.post(Stage.ADA,
                "/api/story-editor/generate", "{\"prompt\":\"#slow\"}"));
        stage.pipeline.reached.await();

        var stopping = CompletableFuture.runAsync(stage::close);
        while (isListening(stage)) {
            Thread.sleep(5);
        }
        Thread.sleep(400);
        assertThat(stopping).isNotDone();
        stage.pipeline.letGo.countDown();

        Got got = running.get(5, TimeUnit.SECONDS);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        stopping.get(5, TimeUnit.SECONDS);
    }

    private static boolean isListening(Stage stage) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    @Test
    void a_stop_waits_no_longer_than_it_may() throws Exception {
        var stage = new Stage(s -> s.waitingFor(Duration.ofSeconds(10), Duration.ofMillis(300)));
        var cutOff =
                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> stage.http.post(Stage.ADA,
                        "/api/story-editor/generate", "{\"prompt\":\"#slow\"}")));
        stage.pipeline.reached.await();

        CompletableFuture.runAsync(stage::close).get(5, TimeUnit.SECONDS);

        cutOff.get(5, TimeUnit.SECONDS);
        stage.pipeline.letGo.countDown();
    }
}
