package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.access.Role;
import dev.makegood.http.connection.TransferLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that breaks midway never looks like a whole one, and holds nothing afterwards. */
class BrokenStreamsTest {

    private static final int MUCH = 50_000_000;
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final TestServer testServer = new TestServer(settings -> settings.withTransferLimits(
            new TransferLimits(Duration.ofSeconds(1), 1_024, Duration.ofMinutes(1), 100_000,
                    100_000_000, 100)));
    private final EndlessStatements statements = testServer.storage.statements;
    private String path = "";

    @BeforeEach
    void aCustomerWithALine() {
        path = "/api/ops/customers/" + testServer.customer(TestServer.ADA, 1) + "/statement";
    }

    @AfterEach
    void stop() {
        testServer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json"})
    void what_breaks_before_anything_was_sent_is_a_problem(String type) {
        statements.readsMax = 0;

        var response = testServer.client.send(
                testServer.client.as(Role.OPERATOR, path).header("Accept", type).GET());

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.field("code")).isEqualTo("unavailable");
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json"})
    void what_breaks_midway_is_seen_to_be_no_whole(String type) throws IOException {
        statements.isEndless = true;
        statements.readsMax = 100;

        try (var socket = ask(type)) {
            var received = new String(socket.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8);

            assertThat(received).startsWith("HTTP/1.1 200").doesNotEndWith(LAST_CHUNK);
            assertThat(received.length()).isGreaterThan(500_000);
        }
        statements.reads.set(0);
        assertThatThrownBy(() -> TestClient.CLIENT.send(
                testServer.client.as(Role.OPERATOR, path).header("Accept", type).build(),
                BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    @Test
    void a_stream_is_compressed_for_who_asks() throws Exception {
        statements.isEndless = true;
        statements.linesMax = 10_000;
        var plain = testServer.client.get(Role.OPERATOR, path).text();

        var response = TestClient.CLIENT.send(
                testServer.client.as(Role.OPERATOR, path)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.body().length).isLessThan(plain.length() / 5);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                .isEqualTo(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_breaks_midway_is_seen_also_where_it_is_compressed() throws IOException {
        statements.isEndless = true;
        statements.readsMax = 1_000;

        try (var socket = ask("text/csv\r\nAccept-Encoding: gzip")) {
            var received = new String(socket.getInputStream().readAllBytes(),
                    StandardCharsets.ISO_8859_1);

            assertThat(received).contains("Content-Encoding: gzip").doesNotEndWith(LAST_CHUNK);
        }
    }

    @Test
    void a_client_that_leaves_ends_the_reading() throws Exception {
        statements.isEndless = true;
        try (var socket = ask("text/csv")) {
            assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }
        awaitEndOfReading();
    }

    @Test
    void a_client_that_does_not_read_on_is_given_up() throws Exception {
        statements.isEndless = true;
        try (var socket = ask("text/csv")) {
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
            Thread.sleep(4_000);

            assertThat(bytesLeft(socket)).isLessThan(MUCH);
        }
    }

    private static int bytesLeft(Socket socket) throws IOException {
        int bytes = 0;
        try {
            while (bytes < MUCH && socket.getInputStream().skip(1) == 1) {
                bytes += 1 + (int) socket.getInputStream().skip(1_000_000);
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return bytes;
    }

    private Socket ask(String type) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), testServer.port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: " + type
                        + "\r\nAuthorization: Bearer " + testServer.keys.get(Role.OPERATOR)
                        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void awaitEndOfReading() throws InterruptedException {
        int before = -1;
        for (int left = 20; before != statements.reads.get(); left--) {
            assertThat(left).as("the stream goes on").isPositive();
            before = statements.reads.get();
            Thread.sleep(500);
        }
    }
}
