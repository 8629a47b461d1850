package dev.makegood.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makegood.server.Server;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real HAProxy before the server, and clients who forge what a proxy would write. */
@Tag("outside")
class HaProxyTest {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/haproxy"), Path.of("/usr/local/sbin/haproxy"));

    @TempDir
    private Path data;
    private Server server;
    private Process proxy;
    private int port;

    @BeforeEach
    void start() throws Exception {
        var binary = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(binary.isPresent(), "HAProxy is not installed at any of " + PLACES);
        LogConfiguration.apply(
                new LogSettings(LogSettings.LogFormat.TEXT, LogSettings.LogLevel.ERROR), false);
        server = Server.start(Settings.read(SettingSources.of(Map.of("MAKEGOOD_PORT", "0"),
                Map.of("MAKEGOOD_DATA", data.resolve("server").toString(),
                        "MAKEGOOD_TRUSTED_PROXIES", "127.0.0.1", "MAKEGOOD_RATE_ANONYMOUS", "1",
                        "YOOKASSA_SHOP_ID", "100500", "YOOKASSA_SECRET_KEY", "test_0123456789",
                        "YOOKASSA_URL", "http://127.0.0.1:9", "FRONTEND_URL",
                        "http://127.0.0.1:9"))));
        startProxy(binary.get());
    }

    private void startProxy(Path binary) throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var configuration = Files.writeString(data.resolve("haproxy.cfg"), """
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 30s
                  timeout server 30s
                  option forwardfor
                listen makegood
                  bind 127.0.0.1:%d
                  server one %s
                """.formatted(port, server.address().getAuthority()));
        proxy = new ProcessBuilder(binary.toString(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("haproxy.log").toFile())
                .start();
        for (int left = 100; !accepts(); left--) {
            assertThat(left).as(Files.readString(data.resolve("haproxy.log"))).isPositive();
            Thread.sleep(50);
        }
    }

    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            assertThat(proxy.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        if (server != null) {
            server.close();
        }
    }

    private int status(String from, String method, String path, String... headers)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, BodyPublishers.ofString(method.equals("POST") ? NOTICE : ""));
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    BodyHandlers.discarding()).statusCode();
        }
    }

    private static final String NOTICE =
            "{\"type\":\"notification\",\"event\":\"payment.succeeded\","
                    + "\"object\":{\"id\":\"22e12f66-000f-5000-8000-18db351245c7\"}}";

    @Test
    void who_forges_his_address_is_counted_as_one_and_others_are_not() throws Exception {
        for (var header : List.of("X-Forwarded-For", "Forwarded")) {
            var statuses = IntStream.range(0, 10).mapToObj(i -> {
                try {
                    return status("127.0.0.9", "GET", "/nowhere", header,
                            (header.equals("Forwarded") ? "for=" : "") + "203.0.113." + i);
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            }).toList();
            assertThat(statuses).as(header)
                    .containsOnly(404, 429)
                    .filteredOn(it -> it == 429)
                    .hasSizeGreaterThan(5);
        }
        assertThat(status("127.0.0.8", "GET", "/nowhere")).isEqualTo(404);
    }

    @Test
    void who_forges_an_address_of_yookassa_sends_no_notice() throws Exception {
        assertThat(status("127.0.0.7", "POST", "/api/yookassa/webhook", "X-Forwarded-For",
                "185.71.76.1")).isEqualTo(400);
        assertThat(status("127.0.0.6", "POST", "/api/yookassa/webhook", "Forwarded",
                "for=185.71.76.1")).isEqualTo(400);
    }
}
