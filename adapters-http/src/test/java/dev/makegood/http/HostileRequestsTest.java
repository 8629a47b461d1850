package dev.makegood.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, charsets and headers that no honest client sends: a stable code below 500. */
class HostileRequestsTest {

    private static TestServer testServer;

    @BeforeAll
    static void start() {
        testServer = new TestServer();
        testServer.customer(TestServer.ADA, 1_000_000);
    }

    @AfterAll
    static void stop() {
        testServer.close();
    }

    static Stream<String> paths() {
        return Stream.of("/k", "/k/", "/k/x", "/k/x/..", "/k/x/../..",
                "/k/x/../../api/user/balance", "/k/../k/x",
                "/k/x/.", "/k/x/%2e%2e", "/k/x/%2e%2e/%2e%2e", "/k/x/;a=b/..", "/k/x;a/..;b",
                "/k//..", "/k/x//..",
                "/k/%2f/..", "/k/%00/api", "/k/x/%00", "/k/x/%ff", "/k/x/%", "/k/x/%u0041",
                "/k/x/\\..", "/k/x/a\\b",
                "/k/x/k/y/k/z", "/..", "/../", "/.", "/%2e%2e", "/%2e%2e%2f", "/;", "/a;b=c", "//",
                "///api", "/api//",
                "/api/%2f", "/api/%5c", "/api/..%2f..%2fetc", "*", "k/x", "http://a/k/x/..",
                "http:///k/x/..",
                "/k/x/api/../..", "/k/x/api/projects/../../../..",
                "/%c0%ae%c0%ae", "/api/projects/%ed%a0%80", "/k/x?..", "/k/x#..", "/?%",
                "/api?\u0001");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void an_odd_path_is_refused_with_a_stable_code(String path) {
        assertRefused(
                RawSocket.send(testServer.port, "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        assertRefused(RawSocket.send(testServer.port, "POST " + path
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
    }

    private static void assertRefused(String response) {
        assertThat(response).startsWith("HTTP/1.1 4")
                .containsAnyOf("\"code\":\"invalid_request\"",
                        "\"code\":\"not_found\"", "\"code\":\"unauthenticated\"",
                        "\"code\":\"method_not_allowed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "UTF-7", "x", "\"\"", "", "\u00ff", "utf-16", "us-ascii",
            "utf-8;charset=utf-7",
            "utf-7;charset=utf-8", "%00", "../../etc", "iso-2022-kr", "x-jis0208", "hz"})
    void a_charset_that_is_not_utf_8_is_refused_on_every_route(String charset) {
        for (var route : testServer.routes()) {
            var request = SampleRequests.of(route, testServer);
            var response = RawSocket.send(testServer.port, route.method().name() + " "
                    + request.path()
                    + " HTTP/1.1\r\nHost: a\r\nMakegood-Customer: app/ada\r\nAuthorization: Bearer "
                    + testServer.keys
                            .get(route.isPublic() ? Role.APP : SampleRequests.callerRole(route))
                    + "\r\nContent-Type: application/json; charset=" + charset
                    + "\r\nContent-Length: "
                    + request.body().length() + "\r\n\r\n" + request.body());
            assertThat(response).as(route.name())
                    .doesNotStartWith("HTTP/1.1 5")
                    .startsWith("HTTP/1.1 ");
            if (route.takesJson()) {
                assertThat(response).as(route.name()).contains("\"code\":\"invalid_request\"");
            }
        }
    }

    @Test
    void two_authorization_headers_are_refused_even_if_one_is_valid() {
        for (var keys : List.of(List.of("x", testServer.keys.get(Role.APP)),
                List.of(testServer.keys.get(Role.APP), "x"),
                List.of(testServer.keys.get(Role.APP), testServer.keys.get(Role.APP)))) {
            var response = RawSocket.send(testServer.port,
                    "GET /api/user/balance HTTP/1.1\r\nHost: a\r\nMakegood-Customer: app/ada\r\nAuthorization: Bearer "
                            + keys.getFirst() + "\r\nAuthorization: Bearer " + keys.getLast()
                            + "\r\n\r\n");
            assertThat(response).startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"invalid_request\"",
                            "Authorization");
        }
    }

    @Test
    void a_key_in_the_path_beside_a_key_in_the_header_is_refused() {
        var key = testServer.keys.get(Role.PIPELINE);
        var body = "{\"projectId\":\"none\",\"status\":\"failed\"}";

        var response = testServer.client.send(testServer.client
                .as(Role.OPERATOR, "/k/" + key + "/api/story-editor/project/status")
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.field("code")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/story-editor/project/status", "//api/story-editor/project/status",
            "///api//story-editor/project//status"})
    void double_slashes_after_a_key_are_one(String path) {
        var project = testServer.client.generate(TestServer.ADA, "a cat");

        var response = testServer.client
                .send(testServer.client.to("/k/" + testServer.keys.get(Role.PIPELINE) + path)
                        .POST(BodyPublishers.ofString(
                                "{\"projectId\":\"" + project + "\",\"status\":\"completed\"}")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.field("status")).isEqualTo("completed");
    }
}
