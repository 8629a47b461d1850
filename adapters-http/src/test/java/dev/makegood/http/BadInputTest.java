package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.makegood.access.Role;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.server.Route;
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

/** Bad input to every route: answered with 4xx in under a second, never with 500, and nothing is written. */
class BadInputTest {

    private static final String JSON = "application/json";
    private static final List<String> INVALID_NUMBERS = List.of("\"10\"", "1.0", "1e400", "1e2",
            "9223372036854775808", "-9223372036854775809", "9".repeat(101), "true", "[1]", "{}",
            "NaN", "01", "0x1");
    private static final List<String> INVALID_TEXTS = List.of("1", "true", "[]", "{}", "[\"a\"]",
            "\"\"", "\"\\u0000\"", "\"a\\ud800b\"", "\"\\udc00\"", "\"" + "x".repeat(20_000) + "\"",
            "'a'", "\"a\nb\"", "\"\\x41\"");

    private static TestServer testServer;

    @BeforeAll
    static void open() {
        testServer = new TestServer();
        testServer.customer(TestServer.ADA, 1_000_000);
    }

    @AfterAll
    static void close() {
        testServer.close();
    }

    /** A body as bytes, one character each. */
    private record BadBody(String body, String type, String encoding) {

        static BadBody json(String body) {
            return new BadBody(bytes(body.getBytes(UTF_8)), JSON, "identity");
        }

        static String bytes(byte[] bytes) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private static Map<String, BadBody> badBodies(String good) {
        var bad = new LinkedHashMap<String, BadBody>();
        for (var text : List.of("", " ", "null", "[]", "true", "17", "\"text\"", "{", "}", "{\"",
                "{\"a\"}", "{'a':1}", "{\"a\":1,}", "/* */{}", "<a/>", "\uFEFF" + good,
                good.substring(0, good.length() - 1), good + "x", good + good, good + "}",
                "[" + good + "]", good.replaceFirst("\\{", "{\"reason\":\"a\",\"reason\":\"b\","),
                good.replaceFirst("\\{", "{\"a\\u0000\":1,\"\\ud800\":1,\"prompt\":0,\"status\":0,"
                        + "\"reason\":0,"))) {
            bad.put(text, BadBody.json(text));
        }
        bad.put("depth 10,000", BadBody.json("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
        bad.put("arrays 10,000 deep", BadBody.json("{\"metadata\":" + "[".repeat(10_000)));
        bad.put("10 MB", BadBody.json("{\"prompt\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}"));
        bad.put("colliding names", BadBody.json(collidingNames()));
        bad.put("invalid UTF-8", new BadBody("{\"\u00C3(\":1}", JSON, "identity"));
        bad.put("UTF-16", new BadBody(BadBody.bytes(good.getBytes(UTF_16)), JSON, "identity"));
        for (var type : List.of("text/plain", "text/json", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a", "application/json; charset=utf-16",
                "application/jsonp", "*/*", "application/xml")) {
            bad.put(type, new BadBody(BadBody.bytes(good.getBytes(UTF_8)), type, "identity"));
        }
        bad.put("gzip", new BadBody(gzip(good.getBytes(UTF_8)), JSON, "gzip"));
        bad.put("gzip bomb", new BadBody(gzip(new byte[64 * 1024 * 1024]), JSON, "gzip"));
        return bad;
    }

    /** Names with the same hash in a Java hash map. */
    private static String collidingNames() {
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
        return BadBody.bytes(zipped.toByteArray());
    }

    @TestFactory
    List<DynamicTest> an_invalid_body_is_refused_and_writes_nothing() {
        return routesWithJson().map(route -> dynamicTest(route.name(), () -> {
            var sampleRequest = SampleRequests.of(route, testServer);
            var before = StorageSnapshot.of(testServer.store);
            badBodies(sampleRequest.body()).forEach((name, badBody) -> {
                if (!(name.isEmpty() && route.path().endsWith("/cancel"))) {
                    assertRefused(name, () -> testServer.client.send(TestClient.withMethodOf(route,
                            request(route, sampleRequest.path())
                                    .setHeader("Content-Type", badBody.type())
                                    .header("Content-Encoding", badBody.encoding()),
                            BodyPublishers.ofString(badBody.body(), ISO_8859_1))));
                }
            });
            assertRefused("no type", () -> testServer.client
                    .send(TestClient.withMethodOf(route,
                            requestWithoutType(route, sampleRequest.path()),
                            sampleRequest.body())));
            assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
        })).toList();
    }

    @TestFactory
    List<DynamicTest> a_field_of_another_type_is_refused_and_writes_nothing() {
        return routesWithJson().filter(route -> !isReport(route))
                .map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    var before = StorageSnapshot.of(testServer.store);
                    for (var field : fields(sampleRequest.body())) {
                        if (!field.getKey().equals("metadata")) {
                            var wrong =
                                    field.getValue().matches("-?[0-9]+") ? INVALID_NUMBERS
                                            : INVALID_TEXTS;
                            wrong.forEach(value -> assertValueRefused(route, sampleRequest, field,
                                    value));
                        }
                    }
                    assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> metadata_that_cannot_be_stored_is_refused() {
        return routesWithJson().filter(route -> route.path().startsWith("/api/story-editor/")
                && !isReport(route)).map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    for (var value : List.of("1", "[]", "\"a\"", "{\"a\":\"\\u0000\"}",
                            "{\"a\":[{\"b\\ud800\":1}]}", "{\"a\":1e400}", "{\"a\":1,\"a\":2}",
                            "{\"a\":\"" + "x".repeat(10_000) + "\"}",
                            "{\"a\":".repeat(40) + "1" + "}".repeat(40))) {
                        assertValueRefused(route, sampleRequest, Map.entry("metadata", "{\"a\":1}"),
                                value);
                    }
                }))
                .toList();
    }

    /** Only the fields projectId and status of a report must be valid. */
    @TestFactory
    List<DynamicTest> a_report_is_refused_for_its_project_and_its_status_only() {
        return routesWithJson().filter(BadInputTest::isReport)
                .map(route -> dynamicTest(route.name(), () -> {
                    var sampleRequest = SampleRequests.of(route, testServer);
                    var before = StorageSnapshot.of(testServer.store);
                    for (var field : fields(sampleRequest.body())) {
                        if (!field.getKey().equals("errorMessage")) {
                            INVALID_TEXTS.forEach(
                                    value -> assertValueRefused(route, sampleRequest, field,
                                            value));
                            assertValueRefused(route, sampleRequest, field, "null");
                        }
                    }
                    assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
                    for (var value : List.of("1e400", "\"a\\u0000\\ud800\"", "null",
                            "{\"a\":[1]}")) {
                        var body = sampleRequest.body()
                                .replace("\"none\"", value + ",\"actualCredits\":" + value
                                        + ",\"runId\":" + value + ",\"result\":" + value);
                        assertThat(testServer.client.post(Role.PIPELINE, sampleRequest.path(), body)
                                .status())
                                        .as(body)
                                        .isEqualTo(200);
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> an_invalid_query_is_refused() {
        return testServer.routes()
                .stream()
                .filter(route -> !route.takesJson() && !route.isPublic())
                .map(route -> dynamicTest(route.name(), () -> {
                    var path = SampleRequests.of(route, testServer).pathOnly();
                    var before = StorageSnapshot.of(testServer.store);
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
                        assertRefused(path + "?" + query, () -> testServer.client
                                .send(TestClient.withMethodOf(route,
                                        request(route, path + "?" + escape(query)),
                                        "")));
                    }
                    assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
                }))
                .toList();
    }

    /** The client sends only encoded queries; the others go through the raw socket. */
    private static String escape(String query) {
        try {
            return URI.create("/?" + query).getRawQuery();
        } catch (IllegalArgumentException e) {
            return query.replace("%", "%25");
        }
    }

    @TestFactory
    List<DynamicTest> what_is_not_http_is_refused() {
        return testServer.routes().stream().map(route -> dynamicTest(route.name(), () -> {
            var sampleRequest = SampleRequests.of(route, testServer);
            var path = sampleRequest.path();
            var before = StorageSnapshot.of(testServer.store);
            var head = route.method().name() + " ";
            var credentials = "Authorization: Bearer "
                    + testServer.keys.get(SampleRequests.callerRole(route))
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
                assertThat(RawSocket.send(testServer.port, bad))
                        .as(bad.substring(0, Math.min(200, bad.length())))
                        .startsWith("HTTP/1.1 4")
                        .containsAnyOf("urn:makegood:problem:", "<h1>");
            }
            if (route.routeKind() == Route.RouteKind.PAGE) {
                return;
            }
            if (route.method().name().matches("POST|PUT")) {
                assertThat(
                        RawSocket.send(testServer.port,
                                good + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"))
                                        .startsWith("HTTP/1.1 4")
                                        .contains("urn:makegood:problem:");
            } else if (!route.isPublic()) {
                for (var query : List.of("%zz", "limit=%", "limit=%f")) {
                    assertThat(RawSocket.send(testServer.port,
                            head + sampleRequest.pathOnly() + "?" + query
                                    + " HTTP/1.1\r\nHost: a\r\n" + credentials + "\r\n"))
                                            .startsWith("HTTP/1.1 400");
                }
            }
            assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
        })).toList();
    }

    private static boolean isReport(Route route) {
        return route.path().endsWith("/project/status");
    }

    private static Stream<Route> routesWithJson() {
        return testServer.routes().stream().filter(Route::takesJson);
    }

    /** The fields of a flat object as they are written in it. */
    private static List<Map.Entry<String, String>> fields(String body) {
        return new TestClient.TestResponse(0, body, null).json()
                .propertyStream()
                .map(field -> Map.entry(field.getKey(), field.getValue().toString()))
                .toList();
    }

    private static void assertValueRefused(
            Route route, SampleRequests.SampleRequest sampleRequest,
            Map.Entry<String, String> field, String value) {
        var body = sampleRequest.body()
                .replace("\"" + field.getKey() + "\":" + field.getValue(),
                        "\"" + field.getKey() + "\":" + value);
        assertThat(body).isNotEqualTo(sampleRequest.body());
        assertRefused(body.substring(0, Math.min(300, body.length())), () -> testServer.client
                .send(TestClient.withMethodOf(route, request(route, sampleRequest.path()), body)));
    }

    private static HttpRequest.Builder request(Route route, String path) {
        return testServer.client.as(SampleRequests.callerRole(route), path)
                .header("Makegood-Customer", TestServer.ADA);
    }

    private static HttpRequest.Builder requestWithoutType(Route route, String path) {
        return HttpRequest.newBuilder(URI.create(testServer.url(path)))
                .header("Authorization",
                        "Bearer " + testServer.keys.get(SampleRequests.callerRole(route)))
                .header("Makegood-Customer", TestServer.ADA);
    }

    /** Tried up to three times, because the machine may be slow once. */
    private static void assertRefused(String input, Supplier<TestResponse> request) {
        var took = Duration.ofDays(1);
        for (int i = 0; i < 3 && took.compareTo(Duration.ofSeconds(1)) > 0; i++) {
            long began = System.nanoTime();
            var testResponse = request.get();
            took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(testResponse.status()).as(input + " → " + testResponse.text())
                    .isBetween(400, 499);
            assertThat(testResponse.field("code")).as(input).isIn("invalid_request", "too_large");
            assertThat(testResponse.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(took).as(input).isLessThan(Duration.ofSeconds(1));
    }
}
