package dev.makegood.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.response.Cursors;
import dev.makegood.http.server.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random bodies and cursors: answered, and never with 500 (S16). */
class FuzzTest {

    private static final int STEPS = 150;
    private static final String[] PIECES = {"\"", "\\", "{", "}", "[", "]", ":", ",", "null",
            "1e9999", "-", "0", "\u0000", "\\u0000", "\\ud800", "\\", "\"prompt\":", "//", "é",
            "true", "9223372036854775808", "%", "\uFFFF", "\r\n", "{\"a\":"};

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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void a_body_changed_at_random_is_never_answered_with_500(long seed) {
        var dice = new Random(seed);
        var routes = testServer.routes().stream().filter(Route::takesJson).toList();
        for (int step = 0; step < STEPS; step++) {
            var route = routes.get(dice.nextInt(routes.size()));
            var sampleRequest = SampleRequests.of(route, testServer);
            var body = sampleRequest.body();
            for (int i = dice.nextInt(4); i >= 0; i--) {
                body = patch(body, dice);
            }
            var bytes = addNoise(body.getBytes(UTF_8), dice);
            var testResponse = send(route, sampleRequest.path(), BodyPublishers.ofByteArray(bytes));
            assertThat(testResponse.status()).as("seed %d step %d: %s → %s", seed, step,
                    new String(bytes, ISO_8859_1), testResponse.text()).isLessThan(500);
        }
    }

    private static String patch(String body, Random dice) {
        int from = dice.nextInt(body.length() + 1);
        int to = Math.min(body.length(), from + dice.nextInt(6));
        return body.substring(0, from) + PIECES[dice.nextInt(PIECES.length)]
                + (dice.nextBoolean() ? body.substring(from) : body.substring(to));
    }

    private static byte[] addNoise(byte[] bytes, Random dice) {
        if (bytes.length > 0 && dice.nextInt(4) == 0) {
            bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void a_random_cursor_is_refused(long seed) {
        var dice = new Random(seed);
        var lists = testServer.routes()
                .stream()
                .filter(route -> route.path().endsWith("s")
                        && route.method().equals(HandlerType.GET)
                        && route.path().matches("/api/(user|ops)/.*"))
                .filter(route -> !route.path().contains("status"))
                .toList();
        var good = Cursors.of(7);
        for (int step = 0; step < STEPS; step++) {
            var route = lists.get(dice.nextInt(lists.size()));
            var cursor = randomCursor(good, dice);
            var testResponse = send(route, route.path() + "?cursor=" + cursor, null);
            assertThat(testResponse.status())
                    .as("seed %d step %d: %s → %s", seed, step, cursor, testResponse.text())
                    .isEqualTo(400);
        }
    }

    private static String randomCursor(String good, Random dice) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.~";
        var cursor = new StringBuilder(dice.nextBoolean() ? good : good + good);
        for (int i = dice.nextInt(3); i >= 0; i--) {
            cursor.setCharAt(dice.nextInt(cursor.length()),
                    alphabet.charAt(dice.nextInt(alphabet.length())));
        }
        return cursor.toString().equals(good) ? good + "A" : cursor.toString();
    }

    private static TestResponse send(Route route, String path, HttpRequest.BodyPublisher body) {
        var request = testServer.client.as(SampleRequests.callerRole(route), path)
                .header("Makegood-Customer", TestServer.ADA);
        return testServer.client
                .send(body == null ? request.GET() : TestClient.withMethodOf(route, request, body));
    }
}
