package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T30: a whole server with more to do than it can, and with one customer whom somebody outside keeps locked. */
class OverloadTest {

    private static final int CALLERS = 200;
    private static final Duration LOCKED_FOR =
            Duration.ofSeconds(Integer.getInteger("makegood.overload.seconds", 4));
    private static final String TOKEN = "a-token-of-the-overload-test-0123456789";
    private static final String ORDER = "{\"prompt\":\"A cat at sunset\",\"quality\":\"standard\"}";

    /** Generous: the machine of a build has other things to do. A locked customer cost others 5 to 10 s. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeSuperDuperAi films = new FakeSuperDuperAi(InstantSource.system(), TOKEN);
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private String key;

    @BeforeEach
    void start() {
        server = Server.start(Settings.read(SettingSources.of(Map.of(), Map.of(
                "MAKEGOOD_DATABASE_URL", database.jdbcUrl(),
                "MAKEGOOD_DATABASE_USER", database.owner().user(),
                "MAKEGOOD_DATABASE_PASSWORD", database.owner().password(),
                "MAKEGOOD_DATABASE_CONNECTIONS", "10", "MAKEGOOD_PORT", "0",
                "MAKEGOOD_RATE_CUSTOMER", "0", "MAKEGOOD_RATE_KEY", "0",
                "SUPERDUPERAI_URL", films.baseUrl().toString(), "SUPERDUPERAI_TOKEN", TOKEN))));
        key = server.installation().keyring().create(Role.APP, "test", "test").text();
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
        films.close();
    }

    @Test
    @Timeout(120)
    void a_locked_customer_stops_nobody_else() throws Exception {
        assertThat(order("app/ada").statusCode()).isEqualTo(201);
        var slowest = Duration.ZERO;
        List<Future<HttpResponse<String>>> calls;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var outside = lockCustomer("ada")) {
            calls = Collections.nCopies(CALLERS,
                    (Callable<HttpResponse<String>>) () -> order("app/ada"))
                    .stream()
                    .map(callers::submit)
                    .toList();
            Thread.sleep(500);
            slowest = slowestOfOthers(LOCKED_FOR);
            outside.rollback();
        }

        System.out.printf("T30: %d callers for a locked customer, the slowest call of others took"
                + " %d ms%n", CALLERS, slowest.toMillis());
        assertThat(slowest).isLessThan(QUICK);
        for (var call : calls) {
            assertServedOrAskedToComeAgain(call.get());
        }
        assertThat(statuses(calls)).contains(503);
        assertThat(timed(() -> order("app/ada").statusCode() == 402)).isLessThan(QUICK);
    }

    @Test
    @Timeout(60)
    void operators_writes_with_different_keys_do_not_wait_for_each_other() throws Exception {
        key = server.installation().keyring().create(Role.OPERATOR, "test", "test").text();
        assertThat(grant("app/ada", "key-1")).isEqualTo(201);
        assertThat(grant("app/bob", "key-0")).isEqualTo(201);

        try (var outside = lockCustomersWhere("exists (select 1 from makegood.idempotent_request"
                + " r where r.customer_id = customer.customer_id and r.idempotency_key = 'key-1')")) {
            assertThat(timed(() -> grant("app/bob", "key-2") == 201)).isLessThan(QUICK);
            outside.rollback();
        }
    }

    private int grant(String customer, String idempotencyKey) throws Exception {
        return client.send(request("/api/grants", customer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString("{\"customer\":\"" + customer + "\",\"new\":true,"
                        + "\"credits\":5,\"source\":\"promotion\",\"reason\":\"test\"}"))
                .build(), BodyHandlers.ofString()).statusCode();
    }

    /** 60 credits of a signup pay for one order; the others are short of credits, which is an answer too. */
    private static void assertServedOrAskedToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202, 402, 429, 503);
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static List<Integer> statuses(List<Future<HttpResponse<String>>> calls)
            throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var call : calls) {
            statuses.add(call.get().statusCode());
        }
        return statuses;
    }

    /** Orders and reads of others, and the health of the server, one after another. */
    private Duration slowestOfOthers(Duration time) throws Exception {
        var slowest = Duration.ZERO;
        int number = 0;
        for (long start = System.nanoTime(); System.nanoTime() - start < time.toNanos();) {
            var other = "app/other-" + number++;
            for (var took : List.of(timed(() -> order(other).statusCode() == 201),
                    timed(() -> read("/api/user/balance", other) == 200),
                    timed(() -> read("/health/ready", other) == 200))) {
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
        }
        return slowest;
    }

    private static Duration timed(Callable<Boolean> call) throws Exception {
        long before = System.nanoTime();
        assertThat(call.call()).isTrue();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private Connection lockCustomer(String subject) throws SQLException {
        return lockCustomersWhere("subject = '" + subject + "'");
    }

    private Connection lockCustomersWhere(String condition) throws SQLException {
        var outside = database.asOwner().getConnection();
        outside.setAutoCommit(false);
        try (var statement = outside.createStatement()) {
            statement.execute("select 1 from makegood.customer where " + condition
                    + " for update");
        }
        return outside;
    }

    private HttpResponse<String> order(String customer) throws Exception {
        return client.send(request("/api/story-editor/generate", customer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build(), BodyHandlers.ofString());
    }

    private int read(String path, String customer) throws Exception {
        return client.send(request(path, customer).build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path, String customer) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", customer);
    }
}
