package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.Role;
import dev.makegood.http.Calls.Got;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever is sent to whatever route: 4xx in under a second, never 500, and nothing written. */
class BadInputTest {

    private static final String JSON = "application/json";
    private static final List<String> NO_NUMBERS = List.of("\"10\"", "1.0", "1e400", "1e2",
            "9223372036854775808", "-9223372036854775809", "9".repeat(101), "true", "[1]", "{}",
            "NaN", "01", "0x1");
    private static final List<String> NO_TEXTS = List.of("1", "true", "[]", "{}", "[\"a\"]",
            "\"\"", "\"\\u0000\"", "\"a\\ud800b\"", "\"\\udc00\"", "\"" + "x".repeat(20_000) + "\"",
            "'a'", "\"a\nb\"", "\"\\x41\"");

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
        stage.customer(Stage.ADA, 1_000_000);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** A body as bytes, one character each. */
    private record Bad(String body, String type, String encoding) {

        static Bad json(String body) {
            return new Bad(bytes(body.getBytes(UTF_8)), JSON, "identity");
        }

        static String bytes(byte[] bytes) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private static Map<String, Bad> badFor(String good) {
        var bad = new LinkedHashMap<String, Bad>();
        for (var text : List.of("", " ", "null", "[]", "true", "17", "\"text\"", "{", "}", "{\"",
                "{\"a\"}", "{'a':1}", "{\"a\":1,}", "/* */{}", "<a/>", "\uFEFF" + good,
                good.substring(0, good.length() - 1), good + "x", good + good, good + "}",
                "[" + good + "]", good.replaceFirst("\\{", "{\"reason\":\"a\",\"reason\":\"b\","),
                good.replaceFirst("\\{", "{\"a\\u0000\":1,\"\\ud800\":1,\"prompt\":0,\"status\":0,"
                        + "\"reason\":0,"))) {
            bad.put(text, Bad.json(text));
        }
        bad.put("depth 10,000", Bad.json("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
        bad.put("arrays 10,000 deep", Bad.json("{\"metadata\":" + "[".repeat(10_000)));
        bad.put("10 MB", Bad.json("{\"prompt\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}"));
        bad.put("colliding keys", Bad.json(colliding()));
        bad.put("invalid UTF-8", new Bad("{\"\u00C3(\":1}", JSON, "identity"));
        bad.put("UTF-16", new Bad(Bad.bytes(good.getBytes(UTF_16)), JSON, "identity"));
        for (var type : List.of("text/plain", "text/json", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a", "application/json; charset=utf-16",
                "application/jsonp", "*/*", "application/xml")) {
            bad.put(type, new Bad(Bad.bytes(good.getBytes(UTF_8)), type, "identity"));
        }
        bad.put("gzip", new Bad(gzip(good.getBytes(UTF_8)), JSON, "gzip"));
        bad.put("gzip bomb", new Bad(gzip(new byte[64 * 1024 * 1024]), JSON, "gzip"));
        return bad;
    }

    /** Names that a hash map of Java's cannot tell apart by their hashes. */
    private static String colliding() {
        return IntStream.range(0, 1 << 12)
                .mapToObj(i -> "\"" + IntStream.range(0, 12)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()) + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String gzip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Bad.bytes(zipped.toByteArray());
    }

    @TestFactory
    List<DynamicTest> a_body_that_is_none_is_refused_and_writes_nothing() {
        return bodied().map(route -> dynamicTest(route.name(), () -> {
            var sample = Samples.of(route, stage);
            var before = Snapshot.of(stage.store);
            badFor(sample.body()).forEach((name, bad) -> {
                if (!(name.isEmpty() && route.path().endsWith("/cancel"))) {
                    refused(name, () -> stage.http.send(Calls.by(route,
                            request(route, sample.path()).setHeader("Content-Type", bad.type())
                                    .header("Content-Encoding", bad.encoding()),
                            BodyPublishers.ofString(bad.body(), ISO_8859_1))));
                }
            });
            refused("no type", () -> stage.http
                    .send(Calls.by(route, untyped(route, sample.path()), sample.body())));
            assertThat(Snapshot.of(stage.store)).isEqualTo(before);
        })).toList();
    }

    @TestFactory
    List<DynamicTest> a_field_that_is_something_else_is_refused_and_writes_nothing() {
        return bodied().filter(route -> !isReport(route))
                .map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    var before = Snapshot.of(stage.store);
                    for (var field : fields(sample.body())) {
                        if (!field.getKey().equals("metadata")) {
                            var wrong =
                                    field.getValue().matches("-?[0-9]+") ? NO_NUMBERS : NO_TEXTS;
                            wrong.forEach(value -> refusedWith(route, sample, field, value));
                        }
                    }
                    assertThat(Snapshot.of(stage.store)).isEqualTo(before);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> metadata_that_cannot_be_kept_is_refused() {
        return bodied().filter(route -> route.path().startsWith("/api/story-editor/")
                && !isReport(route)).map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    for (var value : List.of("1", "[]", "\"a\"", "{\"a\":\"\\u0000\"}",
                            "{\"a\":[{\"b\\ud800\":1}]}", "{\"a\":1e400}", "{\"a\":1,\"a\":2}",
                            "{\"a\":\"" + "x".repeat(10_000) + "\"}",
                            "{\"a\":".repeat(40) + "1" + "}".repeat(40))) {
                        refusedWith(route, sample, Map.entry("metadata", "{\"a\":1}"), value);
                    }
                }))
                .toList();
    }

    /** What a pipeline says beside project and status is not refused; those two are. */
    @TestFactory
    List<DynamicTest> a_report_is_refused_for_its_project_and_its_status_only() {
        return bodied().filter(BadInputTest::isReport)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sample = Samples.of(route, stage);
                    var before = Snapshot.of(stage.store);
                    for (var field : fields(sample.body())) {
                        if (!field.getKey().equals("errorMessage")) {
                            NO_TEXTS.forEach(value -> refusedWith(route, sample, field, value));
                            refusedWith(route, sample, field, "null");
                        }
                    }
                    assertThat(Snapshot.of(stage.store)).isEqualTo(before);
                    for (var value : List.of("1e400", "\"a\\u0000\\ud800\"", "null",
                            "{\"a\":[1]}")) {
                        var body = sample.body()
                                .replace("\"none\"", value + ",\"actualCredits\":" + value
                                        + ",\"runId\":" + value + ",\"result\":" + value);
                        assertThat(stage.http.post(Role.PIPELINE, sample.path(), body).status())
                                .as(body)
                                .isEqualTo(200);
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> a_query_that_is_none_is_refused() {
        return stage.server.routes()
                .stream()
                .filter(route -> !route.takesJson() && !route.isOpen())
                .map(route -> dynamicTest(route.name(), () -> {
                    var path = Samples.of(route, stage).pathOnly();
                    var before = Snapshot.of(stage.store);
                    for (var query : List.of("limit=0", "limit=101", "limit=-1", "limit=1.0",
                            "limit=", "limit=1e1", "limit=9999999999", "limit=1&limit=2",
                            "limit=%31%30%31", "limit=%D9%A1", "cursor=", "cursor=AAAA",
                            "cursor=null", "cursor=" + "A".repeat(40), "cursor=" + "_".repeat(20),
                            "cursor=" + "A".repeat(6_000), "cursor=a&cursor=b", "status=done",
                            "status=", "status=COMPLETED", "includeStats=yes", "includeStats",
                            "includeStats=true&includeStats=true", "projectId=", "projectId=a%20b",
                            "projectId=a&projectId=a", "projectId=%F0%9F%92%BE",
                            "projectId=" + "a".repeat(201), "customer=ada", "customer=",
                            "customer=app/ada&customer=app/ada", "unknown=1", "&", "=", "=1",
                            "limit=5&", "%zz", "limit=%zz", "limit=%", "limit=%f", "limit=%00",
                            "limit=%ff", "limit=%C3%28", "limit=%ED%A0%80")) {
                        refused(path + "?" + query, () -> stage.http
                                .send(Calls.by(route, request(route, path + "?" + escaped(query)),
                                        "")));
                    }
                    assertThat(Snapshot.of(stage.store)).isEqualTo(before);
                }))
                .toList();
    }

    /** The client refuses to send what is not encoded; raw bytes carry the rest. */
    private static String escaped(String query) {
        try {
            return URI.create("/?" + query).getRawQuery();
        } catch (IllegalArgumentException e) {
            return query.replace("%", "%25");
        }
    }

    @TestFactory
    List<DynamicTest> what_is_not_even_http_is_refused() {
        return stage.server.routes().stream().map(route -> dynamicTest(route.name(), () -> {
            var sample = Samples.of(route, stage);
            var path = sample.path();
            var before = Snapshot.of(stage.store);
            var head = route.method().name() + " ";
            var credentials = "Authorization: Bearer " + stage.keys.get(Samples.caller(route))
                    + "\r\nMakegood-Customer: app/ada\r\nContent-Type: application/json\r\n";
            var good = head + path + " HTTP/1.1\r\nHost: a\r\n" + credentials;
            for (var bad : List.of(
                    good + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}{}{}",
                    good + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
                    good + "Content-Length: -1\r\n\r\n{}", good + "Content-Length: 1e1\r\n\r\n{}",
                    head + path + " HTTP/1.1\r\n" + credentials + "\r\n",
                    head + path + " HTTP/9.9\r\nHost: a\r\n" + credentials + "\r\n",
                    head + path.replaceFirst("/", "/%zz") + " HTTP/1.1\r\nHost: a\r\n\r\n",
                    head + path + (path.contains("?") ? "&" : "?") + "a=" + "b".repeat(65_536)
                            + " HTTP/1.1\r\nHost: a\r\n" + credentials + "\r\n",
                    head + "/" + "c".repeat(65_536) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                    good + "X-Long: " + "d".repeat(65_536) + "\r\n\r\n",
                    head + path.replaceFirst("/", "/../%2e%2e/") + " HTTP/1.1\r\nHost: a\r\n\r\n",
                    head + path + "%00 HTTP/1.1\r\nHost: a\r\n" + credentials + "\r\n")) {
                assertThat(Raw.send(stage.port, bad))
                        .as(bad.substring(0, Math.min(200, bad.length())))
                        .startsWith("HTTP/1.1 4")
                        .containsAnyOf("urn:makegood:problem:", "<h1>");
            }
            if (route.kind() == Route.Kind.PAGE) {
                return;
            }
            if (route.method().name().matches("POST|PUT")) {
                assertThat(
                        Raw.send(stage.port, good + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"))
                                .startsWith("HTTP/1.1 4")
                                .contains("urn:makegood:problem:");
            } else if (!route.isOpen()) {
                for (var query : List.of("%zz", "limit=%", "limit=%f")) {
                    assertThat(Raw.send(stage.port, head + sample.pathOnly() + "?" + query
                            + " HTTP/1.1\r\nHost: a\r\n" + credentials + "\r\n"))
                                    .startsWith("HTTP/1.1 400");
                }
            }
            assertThat(Snapshot.of(stage.store)).isEqualTo(before);
        })).toList();
    }

    private static boolean isReport(Route route) {
        return route.path().endsWith("/project/status");
    }

    private static Stream<Route> bodied() {
        return stage.server.routes().stream().filter(Route::takesJson);
    }

    /** The fields of a flat object as they are written in it. */
    private static List<Map.Entry<String, String>> fields(String body) {
        return new Calls.Got(0, body, null).json()
                .propertyStream()
                .map(field -> Map.entry(field.getKey(), field.getValue().toString()))
                .toList();
    }

    private static void refusedWith(
            Route route, Samples.Sample sample, Map.Entry<String, String> field, String value) {
        var body = sample.body()
                .replace("\"" + field.getKey() + "\":" + field.getValue(),
                        "\"" + field.getKey() + "\":" + value);
        assertThat(body).isNotEqualTo(sample.body());
        refused(body.substring(0, Math.min(300, body.length())), () -> stage.http
                .send(Calls.by(route, request(route, sample.path()), body)));
    }

    private static HttpRequest.Builder request(Route route, String path) {
        return stage.http.as(Samples.caller(route), path).header("Makegood-Customer", Stage.ADA);
    }

    private static HttpRequest.Builder untyped(Route route, String path) {
        return HttpRequest.newBuilder(URI.create(stage.url(path)))
                .header("Authorization", "Bearer " + stage.keys.get(Samples.caller(route)))
                .header("Makegood-Customer", Stage.ADA);
    }

    /** Slow once is the machine's fault, slow three times is ours. */
    private static void refused(String what, Supplier<Got> call) {
        var took = Duration.ofDays(1);
        for (int i = 0; i < 3 && took.compareTo(Duration.ofSeconds(1)) > 0; i++) {
            long began = System.nanoTime();
            var got = call.get();
            took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(got.status()).as(what + " → " + got.text()).isBetween(400, 499);
            assertThat(got.at("code")).as(what).isIn("invalid_request", "too_large");
            assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(took).as(what).isLessThan(Duration.ofSeconds(1));
    }
}
