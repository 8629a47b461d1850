package dev.makegood.httpclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.ApiResult.NotSent;
import dev.makegood.httpclient.ApiResult.OutcomeUnknown;
import dev.makegood.httpclient.testing.FaultyResponses;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonClientTest {

    private static final String SECRET = "a-secret-that-may-not-be-seen";
    private static final byte[] BODY = "{\"id\":\"7\"}".getBytes(StandardCharsets.UTF_8);
    private static final JsonNode REQUEST = new JsonMapper().readTree("{\"a\":1}");
    private static final HttpTimeouts LONG =
            new HttpTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final HttpTimeouts SHORT =
            new HttpTimeouts(Duration.ofSeconds(20), Duration.ofMillis(400));

    private final List<Integer> callersPorts = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile io.javalin.http.Handler work =
            context -> FaultyResponses.writeJson(context, 200, BODY);
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = "127.0.0.1";
        config.jetty.port = 0;
        config.routes.get("/<path>", this::handle);
        config.routes.post("/<path>", this::handle);
    }).start();
    private final JsonClient client = new JsonClient(endpoint(baseUrl()));
    private final JsonClient hasty =
            new JsonClient(Endpoint.of(baseUrl(), Credential.NONE, SHORT));

    private void handle(Context context) throws Exception {
        callersPorts.add(context.req().getRemotePort());
        calls.add(context.method() + " " + context.path() + " " + context.queryString());
        work.handle(context);
    }

    private URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v3//");
    }

    private static Endpoint endpoint(URI baseUrl) {
        return Endpoint.of(baseUrl, Credential.basic("user:" + SECRET), LONG)
                .withResponseBytesMax(1_000);
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.stop();
    }

    @Test
    void json_goes_out_and_comes_back_with_its_status() {
        work = context -> {
            assertThat(context.header("Accept")).isEqualTo("application/json");
            assertThat(context.header("Content-Type")).isEqualTo("application/json");
            assertThat(context.header("Idempotency-Key")).isEqualTo("key");
            assertThat(context.header("Authorization")).startsWith("Basic ");
            assertThat(context.protocol()).isEqualTo("HTTP/1.1");
            FaultyResponses.writeJson(context, 201, context.bodyAsBytes());
        };

        assertThat(client.post("/runs", REQUEST, new Header("Idempotency-Key", "key")))
                .isEqualTo(new JsonResponse(201, REQUEST));
        assertThat(calls).containsExactly("POST /v3/runs null");
    }

    @Test
    void every_status_is_a_response_as_long_as_it_comes_with_json() {
        work = context -> FaultyResponses.writeJson(context, 503, BODY);
        assertThat(client.get("/runs/7")).isInstanceOfSatisfying(JsonResponse.class,
                response -> assertThat(response.isSuccess()).isFalse());

        work = context -> FaultyResponses.writeJson(context, 429, BODY);
        assertThat(client.get("/runs/7")).isInstanceOfSatisfying(JsonResponse.class,
                response -> assertThat(response.isTooManyRequests()).isTrue());

        work = context -> context.status(204);
        assertThat(client.get("/runs/7")).isInstanceOfSatisfying(JsonResponse.class,
                response -> assertThat(response.isSuccess()).isTrue());
    }

    @Test
    void connections_are_kept_for_the_next_call() {
        for (int i = 0; i < 20; i++) {
            assertThat(client.post("/runs", REQUEST)).isInstanceOf(JsonResponse.class);
        }

        assertThat(Set.copyOf(callersPorts)).hasSizeLessThan(10);
    }

    @Test
    void a_post_on_a_kept_connection_that_is_just_being_closed_is_unknown_and_not_repeated() {
        for (int round = 0; round < 20; round++) {
            work = context -> FaultyResponses.writeJson(context, 200, BODY);
            assertThat(client.post("/runs", REQUEST)).isInstanceOf(JsonResponse.class);
            work = FaultyResponses::closeConnection;
            assertUnknown(client.post("/runs", REQUEST));
        }

        assertThat(callersPorts).hasSize(40);
        assertThat(Set.copyOf(callersPorts)).as("some met a kept one").hasSizeLessThan(40);
    }

    @Test
    void without_a_connection_nothing_was_sent() {
        var alone = new JsonClient(endpoint(URI.create("http://127.0.0.1:9")));

        assertThat(alone.post("/runs", REQUEST)).isInstanceOfSatisfying(NotSent.class,
                notSent -> assertThat(notSent.why()).startsWith("ConnectException"));
    }

    @Test
    void a_connection_that_is_not_taken_in_time_means_nothing_was_sent() throws Exception {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);
            var hasty = new JsonClient(Endpoint.of(
                    URI.create("http://127.0.0.1:" + full.getLocalPort()), Credential.NONE,
                    new HttpTimeouts(Duration.ofMillis(200), Duration.ofSeconds(5))));

            assertThat(hasty.post("/runs", REQUEST)).isInstanceOf(NotSent.class);

            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    /** Opens connections until one more is not taken. */
    private static List<Socket> fill(ServerSocket server) throws Exception {
        var waiting = new ArrayList<Socket>();
        while (waiting.size() < 1_000) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(),
                        server.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return waiting;
            }
        }
        throw new IllegalStateException("this machine takes every connection");
    }

    @Test
    void a_connection_that_is_cut_before_a_word_leaves_the_outcome_unknown() {
        work = FaultyResponses::closeConnection;

        assertUnknown(client.post("/runs", REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":", "<html></html>", "{} {}", "{}x", "nonsense"})
    void what_is_not_one_piece_of_json_leaves_the_outcome_unknown(String body) {
        work = context -> context.status(200).result(body);

        assertThat(client.post("/runs", REQUEST)).isInstanceOfSatisfying(OutcomeUnknown.class,
                unknown -> assertThat(unknown.why()).contains("not JSON").contains("200"));
    }

    @Test
    void a_response_that_is_too_large_is_not_read() {
        work = context -> FaultyResponses.writeAfterBlanks(context, 200, BODY, 20_000_000);

        assertThat(client.post("/runs", REQUEST)).isInstanceOfSatisfying(OutcomeUnknown.class,
                unknown -> assertThat(unknown.why()).contains("longer than 1000 bytes"));
    }

    @Test
    void a_response_of_just_the_size_is_read() {
        work = context -> FaultyResponses.writeAfterBlanks(context, 200, BODY,
                1_000 - BODY.length);
        assertThat(client.get("/runs/7")).isInstanceOf(JsonResponse.class);

        work = context -> FaultyResponses.writeAfterBlanks(context, 200, BODY,
                1_001 - BODY.length);
        assertUnknown(client.get("/runs/7"));
    }

    @Test
    void a_response_that_is_late_leaves_the_outcome_unknown() {
        work = context -> closing.await(30, TimeUnit.SECONDS);

        assertUnknown(hasty.post("/runs", REQUEST));
    }

    @Test
    void a_response_that_drips_is_late_too_and_its_connection_is_closed() {
        var closed = new CompletableFuture<Void>();
        work = context -> {
            var out = context.status(200).res().getOutputStream();
            try {
                while (closing.getCount() > 0) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(20);
                }
            } catch (java.io.IOException e) {
                closed.complete(null);
            }
        };

        assertUnknown(hasty.post("/runs", REQUEST));
        assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_thread_that_is_interrupted_does_not_wait_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertUnknown(client.post("/runs", REQUEST));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_redirect_is_not_followed_for_the_credential_would_go_along() throws Exception {
        try (var elsewhere = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            work = context -> context.status(307)
                    .header("Location", "http://127.0.0.1:" + elsewhere.getLocalPort() + "/");

            assertThat(client.post("/runs", REQUEST)).isInstanceOf(JsonResponse.class);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_text_about_a_failure_holds_no_secret() {
        var alone = new JsonClient(endpoint(URI.create("http://127.0.0.1:9")));

        assertThat(alone.get("/" + SECRET + "/!").toString())
                .contains("/***/!")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "runs", "/", "//", "/runs/", "/../admin", "/runs/..",
            "/runs/%2e%2e",
            "/runs?a=/", "/runs?a=b#c", "/runs?a=%zz", "/runs?a=%2", "/a b", "/runs\r\n", "/\u0440",
            "/runs@elsewhere", "/runs?a=\u0000"})
    void a_path_that_could_lead_elsewhere_is_not_called(String path) {
        assertThat(client.get(path)).isInstanceOf(NotSent.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void a_path_or_an_id_of_any_length_is_refused_and_not_shown_whole() {
        assertThat(client.get("/runs?cursor=" + "x".repeat(4_000_000)))
                .isInstanceOfSatisfying(NotSent.class,
                        notSent -> assertThat(notSent.why()).hasSizeLessThanOrEqualTo(500));
        assertThat(client.get("/" + "x".repeat(201))).isInstanceOf(NotSent.class);
        assertThat(PathSegments.isSafe("x".repeat(200))).isTrue();
        assertThat(PathSegments.isSafe("x".repeat(201))).isFalse();
        assertThat(PathSegments.isSafe("..")).isFalse();
    }

    @Test
    void a_query_may_hold_encoded_times() {
        assertThat(client.get("/runs?since.gte=2026-01-01T12%3A00%3A00.5Z&limit=100&all_=*+-"))
                .isInstanceOf(JsonResponse.class);
    }

    @Test
    void settings_that_cannot_be_meant_are_refused() {
        assertThatThrownBy(() -> new HttpTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("timeouts must be positive: connect PT0S, response PT1S");
        assertThatThrownBy(() -> endpoint(baseUrl()).withResponseBytesMax(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Header("Idempotency-Key", "a\r\nb"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertUnknown(ApiResult result) {
        assertThat(result).isInstanceOfSatisfying(OutcomeUnknown.class,
                unknown -> assertThat(unknown.why()).isNotBlank().doesNotContain(SECRET));
    }
}
